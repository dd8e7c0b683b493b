"""`python -m tno` and the command `tno`."""

from __future__ import annotations

from tno.commands import main

if __name__ == "__main__":
    main(prog_name="tno")
