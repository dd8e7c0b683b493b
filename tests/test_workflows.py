"""The forge's files: valid, safe by what `zizmor` knows, and doing what CONTRIBUTING says of them."""

from __future__ import annotations

import re
import subprocess
import sys
import sysconfig
from datetime import date, datetime, time
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import yaml

from trees import ROOT

GITHUB = ROOT / ".github"
FILES = sorted((GITHUB / "workflows").glob("*.yml"))
TEXTS = {file.stem: file.read_text(encoding="utf-8") for file in FILES}
WORKFLOWS: dict[str, dict[str, Any]] = {name: yaml.load(text, yaml.BaseLoader) for name, text in TEXTS.items()}
"""Name → workflow; every value is text, so that the key `on` stays itself."""
JOBS: dict[str, dict[str, Any]] = {
    f"{name}.{job}": what for name, workflow in WORKFLOWS.items() for job, what in workflow["jobs"].items()
}
STEPS: list[dict[str, Any]] = [step for job in JOBS.values() for step in job.get("steps", ())]
PUBLISHING = ("main", "nightly")
"""Workflows that publish."""
INJECTION = """\
on: pull_request_target
jobs:
  greet:
    runs-on: ubuntu-24.04
    steps:
      - uses: actions/checkout@main
      - run: echo "${{ github.event.pull_request.title }}"
"""


def zizmor(where: Path) -> subprocess.CompletedProcess[str]:
    """What `zizmor` finds without asking anything of anyone: faults, and habits that become faults."""
    program = str(Path(sysconfig.get_path("scripts")) / "zizmor")
    asked = ["--offline", "--no-progress", "--quiet", "--strict-collection", "--collect=all", "--persona=pedantic"]
    config = ["--config", str(GITHUB / "zizmor.yml")]
    return subprocess.run([program, *asked, *config, str(where)], capture_output=True, text=True)


# --- by tools ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("schema", "files"),
    [
        ("github-workflows", FILES),
        ("dependabot", [GITHUB / "dependabot.yml"]),
        ("github-issue-forms", sorted((GITHUB / "ISSUE_TEMPLATE").glob("[0-9]*.yml"))),
        ("github-issue-config", [GITHUB / "ISSUE_TEMPLATE" / "config.yml"]),
    ],
    ids=["workflows", "dependabot", "issue forms", "issue settings"],
)
def test_the_files_are_what_the_forge_reads(schema: str, files: list[Path]) -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}", *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True)
    assert files and done.returncode == 0, done.stdout + done.stderr


def test_zizmor_finds_nothing() -> None:
    done = zizmor(GITHUB)
    assert done.returncode == 0, done.stdout + done.stderr


def test_zizmor_would_find_what_is_wrong(tmp_path: Path) -> None:
    file = tmp_path / "bad.yml"
    file.write_text(INJECTION, encoding="utf-8")
    found = zizmor(file).stdout
    assert all(rule in found for rule in ("template-injection", "dangerous-triggers", "unpinned-uses", "artipacked"))


# --- safe -------------------------------------------------------------------------------------------------------------


def test_no_text_of_anyone_is_put_into_a_command() -> None:
    assert [step["run"] for step in STEPS if "${{" in step.get("run", "")] == []


def test_no_workflow_is_started_with_more_rights_than_what_started_it_has() -> None:
    started = {name: set(workflow["on"]) for name, workflow in WORKFLOWS.items()}
    assert started == {
        "pull-request": {"pull_request"},
        "tests": {"pull_request"},
        "comment": {"workflow_run"},
        "from-issue": {"issues"},
        "main": {"push", "workflow_dispatch"},
        "nightly": {"schedule"},
        "publish": {"workflow_call"},
        "site": {"workflow_call"},
    }


def test_only_the_jobs_that_deploy_offer_and_comment_may_write() -> None:
    assert [name for name, workflow in WORKFLOWS.items() if workflow["permissions"] != {}] == []
    writing = {name for name, job in JOBS.items() if "write" in job["permissions"].values()}
    publishing = {"publish.deploy", "main.publish", "nightly.publish"}
    night = {"nightly.renewals", "nightly.freshness", "nightly.links"}
    assert writing == publishing | night | {"from-issue.offer", "comment.comment"}
    assert "contents" not in JOBS["publish.deploy"]["permissions"]
    changing = {name for name, job in JOBS.items() if job["permissions"].get("contents", "read") != "read"}
    assert changing == {"nightly.renewals", "nightly.freshness", "from-issue.offer"}
    assert "secrets" not in "".join(TEXTS.values())


HOLDING = {
    "nightly.renewals": ["offer_drafts.py"],
    "from-issue.offer": ["gh run download", "offer_answer.py"],
    "comment.comment": ["gh run download", "comment_changes.py"],
    "nightly.freshness": ['python3 tools/freshness_issues.py keep "$RUNNER_TEMP/told.json"'],
    "nightly.links": ['python3 tools/link_issue.py keep "$RUNNER_TEMP/report.md"'],
}
"""Job → what its only step with the token runs."""


LOOKING = {
    "nightly.freshness": 'python3 tools/freshness_issues.py read "$RUNNER_TEMP/issues.json"',
    "nightly.links": 'python3 tools/link_issue.py read "$RUNNER_TEMP/former.md"',
}
"""Job → the step that reads with the token what there was."""


def test_only_the_last_step_of_a_job_that_writes_holds_the_token() -> None:
    """What is installed, and what reads the content, runs without it. Some look first at what there is."""
    count = "".join(TEXTS.values()).count("github.token")
    assert count == len(HOLDING) + len(LOOKING)
    for name, runs in HOLDING.items():
        *before, last = JOBS[name]["steps"]
        assert "github.token" in str(last)
        looking = [step["run"] for step in before if "github.token" in str(step)]
        assert looking == ([LOOKING[name]] if name in LOOKING else [])
        assert [run for run in runs if run not in last["run"]] == []


@pytest.mark.parametrize("name", ["from-issue.offer", "comment.comment"])
def test_what_answers_strangers_installs_nothing_and_checks_out_only_main(name: str) -> None:
    """Nothing of a pull request or an issue is run where there is a token; what comes from there is a file, checked."""
    steps = JOBS[name]["steps"]
    assert [step["uses"].split("@")[0] for step in steps if "uses" in step] == ["actions/checkout"]
    (checkout,) = (step["with"] for step in steps if "uses" in step)
    assert checkout.get("ref", "main") == "main"
    assert not any("head" in value for value in map(str, checkout.values()))
    assert "make" not in str(steps) and "pip" not in str(steps)


def test_what_reads_an_issue_may_do_nothing() -> None:
    assert JOBS["from-issue.read"]["permissions"] == {"contents": "read"}
    assert JOBS["from-issue.offer"]["needs"] == "read"


def test_what_is_compared_is_what_the_change_is_merged_into(tmp_path: Path) -> None:
    """The step's own text, on a merge such as the forge makes."""

    def git(*command: str) -> str:
        who = ["-c", "user.name=t", "-c", "user.email=t@example.org"]
        done = subprocess.run(["git", *who, *command], cwd=clone, check=True, capture_output=True, text=True)
        return done.stdout.strip()

    clone, programs = tmp_path / "clone", tmp_path / "clone" / ".venv" / "bin"
    programs.mkdir(parents=True)
    git("init", "--quiet", "--initial-branch=main")
    for branch, text in (("main", "ennen"), ("change", "jälkeen")):
        git("switch", "--quiet", *(() if branch == "main" else ("--create",)), branch) if text != "ennen" else None
        (clone / "tieto").write_text(text, encoding="utf-8")
        git("add", "tieto")
        git("commit", "--quiet", "--message", text)
    git("switch", "--quiet", "main")
    git("merge", "--quiet", "--no-ff", "--message", "merge", "change")
    (programs / "tno").write_text('#!/bin/sh\necho "$(cat "$2/tieto") $(cat "$3/tieto")"\n', encoding="utf-8")
    (programs / "tno").chmod(0o755)
    (step,) = (step for step in JOBS["pull-request.changes"]["steps"] if "tno changes" in step.get("run", ""))
    environment = {"PATH": "/usr/bin:/bin", "RUNNER_TEMP": str(tmp_path), "NUMBER": "7"}
    shell = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
    subprocess.run(shell, cwd=clone, env=environment, check=True)
    assert (tmp_path / "changes" / "changes.json").read_text(encoding="utf-8") == "ennen jälkeen\n"
    assert (tmp_path / "changes" / "number").read_text(encoding="utf-8") == "7\n"


@pytest.mark.parametrize("name", [name for name, job in JOBS.items() if "uses" in job])
def test_a_job_that_calls_a_workflow_grants_what_the_called_jobs_ask_for(name: str) -> None:
    """The forge refuses to start the whole run otherwise."""
    rank = ["none", "read", "write"]
    granted = JOBS[name]["permissions"]
    called = WORKFLOWS[Path(JOBS[name]["uses"]).stem]["jobs"].values()
    asked = [item for job in called for item in job["permissions"].items()]
    assert [item for item in asked if rank.index(granted.get(item[0], "none")) < rank.index(item[1])] == []


def test_every_action_is_the_forges_own_and_pinned_to_a_release_by_its_hash() -> None:
    used = re.findall(r"uses: (?!\./)(.*)", "".join(TEXTS.values()))
    assert len(used) > 5
    assert [line for line in used if not re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line)] == []
    assert len({line.split("@")[0] for line in used}) == len(set(used)), "one version of each"


def test_no_checkout_leaves_its_token_behind() -> None:
    checkouts = [step for step in STEPS if step.get("uses", "").startswith("actions/checkout@")]
    assert [step["with"].get("persist-credentials") for step in checkouts] == ["false"] * len(checkouts)


def test_every_job_ends_in_a_known_time() -> None:
    running = {name: job for name, job in JOBS.items() if "steps" in job}
    assert [name for name, job in running.items() if not 0 < int(job["timeout-minutes"]) <= 60] == []
    assert {job["runs-on"] for job in running.values()} == {"ubuntu-24.04"}


# --- when -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("day", [date(2026, 1, 15), date(2026, 3, 29), date(2026, 7, 15), date(2026, 10, 25)])
def test_the_nightly_build_begins_when_a_new_day_has_just_begun_in_helsinki(day: date) -> None:
    """In winter, in summer and on the days between; the hour that a spring night skips is not the one."""
    (schedule,) = WORKFLOWS["nightly"]["on"]["schedule"]
    minute, hour, *every = schedule["cron"].split()
    assert every == ["*", "*", "*"]
    begins = datetime.combine(day, time(int(hour), int(minute)), ZoneInfo(schedule["timezone"]))
    local = begins.astimezone(ZoneInfo("UTC")).astimezone(ZoneInfo("Europe/Helsinki"))
    assert (local.date(), local.hour) == (day, 0)
    assert 0 < local.minute < 30


def test_what_publishes_waits_for_its_turn_from_reading_the_ledger_on() -> None:
    groups = [WORKFLOWS[name]["concurrency"] for name in PUBLISHING]
    assert groups == [{"group": "pages", "cancel-in-progress": "false"}] * 2
    assert not any("concurrency" in where for name in ("publish", "site") for where in (WORKFLOWS[name], *_jobs(name)))


def _jobs(workflow: str) -> list[dict[str, Any]]:
    return list(WORKFLOWS[workflow]["jobs"].values())


def test_a_new_version_of_a_pull_request_ends_the_run_of_the_old() -> None:
    for name in ("pull-request", "tests"):
        concurrency = WORKFLOWS[name]["concurrency"]
        assert "github.event.pull_request.number" in concurrency["group"]
        assert concurrency["cancel-in-progress"] == "true"


# --- what -------------------------------------------------------------------------------------------------------------


def test_everything_is_built_by_the_same_job() -> None:
    assert [JOBS[f"{name}.publish"]["uses"] for name in PUBLISHING] == ["./.github/workflows/publish.yml"] * 2
    assert {JOBS[name]["uses"] for name in ("publish.site", "pull-request.site")} == {"./.github/workflows/site.yml"}
    assert "".join(TEXTS.values()).count("make site") == 1


def test_only_main_is_published() -> None:
    assert WORKFLOWS["main"]["on"]["push"] == {"branches": ["main"]}
    assert JOBS["main.publish"]["if"] == "github.ref == 'refs/heads/main'"


def test_the_build_knows_where_it_will_stand_and_what_stood_there() -> None:
    (build,) = (step for step in STEPS if "make site" in step.get("run", ""))
    assert build["env"] == {
        "TNO_SITE_URL": "${{ steps.pages.outputs.base_url || 'https://example.org/' }}",
        "TNO_REPO_URL": "${{ github.server_url }}/${{ github.repository }}",
        "TNO_LEDGER": "${{ steps.ledger.outputs.file }}",
    }


def test_a_ledger_that_cannot_be_fetched_fails_its_step(tmp_path: Path) -> None:
    """A failure inside `$(…)` must not become an empty name."""
    (step,) = (step for step in STEPS if step.get("id") == "ledger")
    output = tmp_path / "output"
    environment = {"PATH": f"{Path(sys.executable).parent}:/usr/bin:/bin", "SITE": "-", "GITHUB_OUTPUT": str(output)}
    assert _run(step, environment).returncode == 1
    assert "continue-on-error" not in step
    assert not output.exists()


def test_a_build_that_fails_fails_its_step_and_says_why_in_the_summary(tmp_path: Path) -> None:
    build, told = (step for step in STEPS if "site.log" in step.get("run", ""))
    (tmp_path / "make").write_text("#!/bin/sh\necho 'ERROR tno: address-vanished'\nexit 2\n", encoding="utf-8")
    (tmp_path / "make").chmod(0o755)
    summary = tmp_path / "summary"
    environment = {
        "PATH": f"{tmp_path}:/usr/bin:/bin",
        "RUNNER_TEMP": str(tmp_path),
        "GITHUB_STEP_SUMMARY": str(summary),
    }
    assert [_run(step, environment).returncode for step in (build, told)] == [2, 0]
    assert "ERROR tno: address-vanished" in summary.read_text(encoding="utf-8")


def _run(step: dict[str, Any], environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """A step's own text in the shell that the forge runs it in (`shell: bash`)."""
    shell = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
    return subprocess.run(shell, cwd=ROOT, env=environment, capture_output=True, text=True)


def test_every_workflow_that_runs_commands_runs_them_in_a_shell_that_stops_at_a_failure() -> None:
    running = {
        name.partition(".")[0] for name, job in JOBS.items() if any("run" in step for step in job.get("steps", ()))
    }
    assert {WORKFLOWS[name]["defaults"]["run"]["shell"] for name in running} == {"bash"}


def test_a_pull_request_is_checked_tested_and_built() -> None:
    jobs = [*_jobs("pull-request"), *_jobs("tests")]
    runs = {step["run"] for job in jobs for step in job.get("steps", ()) if "run" in step}
    assert {".venv/bin/tno check --format github", "make lint", "make test"} <= runs


def test_what_the_workflows_run_exists() -> None:
    runs = "\n".join(step["run"] for step in STEPS if "run" in step)
    targets = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert set(re.findall(r"make ([a-z-]+)", runs)) <= set(targets)
    named = re.findall(r"(tools/[\w./]+|requirements/[\w.]+)", "".join(TEXTS.values()))
    assert named and [path for path in named if not (ROOT / path).is_file()] == []


def test_every_folder_with_pinned_versions_is_watched_for_new_ones() -> None:
    updates = yaml.safe_load((GITHUB / "dependabot.yml").read_text(encoding="utf-8"))["updates"]
    watched = {(update["package-ecosystem"], update["directory"]) for update in updates}
    assert watched == {("github-actions", "/"), ("pip", "/requirements"), ("npm", "/")}
