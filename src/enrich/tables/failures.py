"""What the operating system says, as one sentence for people: OSError in, PublishError out."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from enrich.errors import PublishError

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_FORBIDDEN = (errno.EACCES, errno.EPERM, errno.EROFS)


@contextmanager
def explained(processed: str) -> Iterator[None]:
    """Raise PublishError for every OSError inside: what failed, and that the published versions are as they were."""
    try:
        yield
    except OSError as error:
        raise PublishError(_sentence(processed, error)) from error


def _sentence(processed: str, error: OSError) -> str:
    if error.errno in _FULL:
        return f"The disk that holds {processed} is full: nothing was published. Free some space and run again."
    if error.errno in _FORBIDDEN:
        return f"{processed} can't be written ({error.strerror}): nothing was published. Mend its permissions."
    reason = error.strerror or str(error) or type(error).__name__
    return f"{processed} can't be used ({reason}): nothing was published."
