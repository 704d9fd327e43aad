"""Where a command works: the folders and services of the real world, or those of the sandbox.

What the sandbox simulates never lies beside what is real: it gets folders of its own, next to the published versions.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from enrich.settings import Settings, read_settings


@contextmanager
def workplace(*, sandbox: bool, **given: object) -> Iterator[Settings]:
    """The settings to work with; `given` beats environment and file. With `sandbox`, the stand-ins run meanwhile."""
    settings = read_settings(**given)
    if not sandbox:
        yield settings
        return
    from enrich.sandbox import run_sandbox

    folders = sandbox_folders(settings, given.get("processed"))
    with run_sandbox() as stand_ins:
        yield read_settings(**given | folders | stand_ins.settings())


def versions_folder(processed: str | None, *, sandbox: bool) -> str:
    """The folder of versions that a command's options mean."""
    settings = read_settings(processed=processed)
    return str(sandbox_folders(settings, processed)["processed"]) if sandbox else settings.processed


def sandbox_folders(settings: Settings, processed: object = None) -> dict[str, object]:
    """Folders of simulated versions and answers; `processed` is the folder that was asked for in so many words."""
    if processed is not None:
        home = Path(str(processed))
        return {"processed": str(home), "answers": home / ".answers", "state": home / ".state"}
    home = Path(settings.processed).parent / "sandbox"
    return {"processed": str(home / "processed"), "answers": home / "answers", "state": home / "state"}
