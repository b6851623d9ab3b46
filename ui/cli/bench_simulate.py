"""`tessera bench simulate`: networks of desks where everything fails, seed after seed, until so many steps are done."""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

import resources
from desk_app.documents.program_file import read_document
from desk_app.domain.errors import WrongInput
from ui.cli.answer import NO, Answer

#: Steps of one seed, as in the suite.
STEPS = 150
#: Where a server is named that nobody named on the command line.
SERVER = "TESSERA_TEST_PG"


def run(options: argparse.Namespace) -> Answer:
    """Simulate until the steps are done, or until a law does not hold (exit code 1). Raises `WrongInput`."""
    from ui import compose_measuring

    url = options.url or os.environ.get(SERVER, "")
    if not url:
        raise WrongInput("centre.url")
    document = read_document(resources.path("programs/points-3-5-7-10.toml").read_bytes())
    seed = options.seed if options.seed is not None else random.SystemRandom().randrange(1 << 32)
    began, done, seeds, told = time.monotonic(), 0, 0, 0
    faults: Counter[str] = Counter()
    sums: Counter[str] = Counter()
    failed: list[str] = []
    with (
        tempfile.TemporaryDirectory(prefix="tessera-simulation-") as folder,
        compose_measuring.simulations(url, document) as one,
    ):
        while done < options.steps:
            try:
                outcome = one(seed + seeds, STEPS, Path(folder) / str(seeds))
            except AssertionError as error:
                failed.append(str(error))
                break
            seeds, done = seeds + 1, done + STEPS
            faults.update(outcome.faults)
            sums.update(acts=outcome.acts, calls=outcome.calls, refused=outcome.refused, ops=outcome.ops)
            if not options.json and done - told >= max(STEPS, options.steps // 100):
                told = done
                pace = done / (time.monotonic() - began)
                print(f"{done:,} steps, {seeds:,} seeds, {pace:,.0f} a second", file=sys.stderr, flush=True)
    took = time.monotonic() - began
    lines = [f"{name.replace('_', ' '):<24}{count:>10,}" for name, count in sorted(faults.items())]
    did = ", ".join(f"{count:,} {name}" for name, count in sums.items())
    lines.append(f"{done:,} steps in {seeds:,} seeds from {seed}: {did}, {took:,.0f} s")
    lines.append(failed[0] if failed else "0 lost, 0 doubled, 0 diverged")
    value = {"steps": done, "seeds": seeds, "first_seed": seed, "faults": dict(faults), **sums, "failed": failed,
             "seconds": round(took, 1)}  # fmt: skip
    return Answer(value, lines, NO if failed else 0)
