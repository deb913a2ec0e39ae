"""Reads paths from standard input, checks each in a child of its own, and says what that cost.

A line of JSON a path: exit code, seconds of processor time, most memory in MB, what was printed.
The child may not use more than the limits: a trap that works kills it, and its code is not 2.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import tempfile

from csto_game.cli.main import main

SECONDS = 4
BYTES = 700 << 20


def child(path: str, out: int) -> None:
    """Check one package, all output into ``out``; never comes back."""
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))
    os.dup2(out, 1)
    os.dup2(out, 2)
    code = main(["check", *path.split("\t")])
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


def gauge(path: str) -> dict[str, object]:
    """What checking a package costs."""
    with tempfile.TemporaryFile() as out:
        pid = os.fork()
        if not pid:
            child(path, out.fileno())
        _, status, usage = os.wait4(pid, 0)
        out.seek(0)
        text = out.read().decode("utf-8", errors="backslashreplace")
    return {
        "code": os.waitstatus_to_exitcode(status),
        "seconds": usage.ru_utime + usage.ru_stime,
        "mb": usage.ru_maxrss / 1024,
        "text": text,
    }


if __name__ == "__main__":
    for line in sys.stdin:
        sys.stdout.write(json.dumps(gauge(line.rstrip("\n"))) + "\n")
        sys.stdout.flush()
