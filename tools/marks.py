"""Write the files of the face that follow from the rule: `python tools/marks.py` from the project's root.

The rule is in hooks/tno/views (mark, colour, icon) and hooks/tno/exports/face.py; the files are committed.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from tno.exports.face import face_files, face_pictures  # noqa: E402  the package lies under hooks/


def main() -> None:
    files = {name: text.encode() for name, text in face_files().items()}
    for name, data in {**files, **face_pictures()}.items():
        path = ROOT / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


if __name__ == "__main__":
    main()
