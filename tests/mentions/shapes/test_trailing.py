"""Venues set off at ends: what a page has learned does not depend on chance."""

from __future__ import annotations

import os
import subprocess
import sys

PROGRAM = """
from enrich.mentions.shapes.trailing import learn_mark
print(learn_mark([f"Slow tides of bay {at}; Annals of Shores, Series B 20{10 + at}" for at in range(12)]))
"""


def test_sign_in_front_of_venues_is_the_same_in_every_process() -> None:
    seeds = [str(seed) for seed in range(1, 7)]  # Python orders its sets by them
    learned = {
        subprocess.run(
            [sys.executable, "-c", PROGRAM],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in seeds
    }
    assert learned == {",\n"}
