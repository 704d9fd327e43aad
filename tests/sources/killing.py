"""Work that is killed at a chosen point, as by a power cut: in a child process, which counts its own calls."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from types import FrameType


def killed_after(calls: int, work: Callable[[], object]) -> bool:
    """Runs `work` in a child that kills itself after so many calls inside the catalog; whether it got that far."""
    child = os.fork()
    if not child:
        left = calls

        def count(frame: FrameType, event: str, argument: object) -> None:
            nonlocal left
            left -= "catalog_" in frame.f_code.co_filename or "tempfile" in frame.f_code.co_filename
            if left <= 0:
                os.kill(os.getpid(), signal.SIGKILL)

        sys.setprofile(count)
        try:
            work()
        finally:
            os._exit(0)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])
