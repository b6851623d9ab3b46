#!/usr/bin/env python3
"""Sets a bare machine up by itself and hands over: demo, run, test, lint, build, setup; standard library only."""

from __future__ import annotations

import argparse
import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import sysconfig
from collections import defaultdict
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
WINDOWS = os.name == "nt"
LINUX = sys.platform.startswith("linux")
PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")
STAMP = VENV / "tessera-setup"
PICTURES = ROOT / "tour"

# What Qt loads from the system, and the Debian or Ubuntu package that brings it.
SCREENLESS = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libglib-2.0.so.0": "libglib2.0-0",
}
WINDOWED = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libcups.so.2": "libcups2",
}


class NotReadyError(Exception):
    """This machine lacks something that only its owner can give; the text says what and how."""


def main() -> int:
    verbs = {"demo": demo, "run": run, "test": test, "lint": lint, "build": build, "setup": setup}
    parser = argparse.ArgumentParser(description=__doc__, epilog="What follows the verb is handed on: test -k card")
    parser.add_argument("verb", choices=verbs)
    chosen, rest = parser.parse_known_args()
    try:
        set_up(chosen.verb)
        return verbs[chosen.verb](rest)
    except NotReadyError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


# --- the verbs ---


def demo(rest: list[str]) -> int:
    """The demo clinic in a window; without a display the tour, which draws every screen into a folder."""
    if has_display():
        return call(PYTHON, "-m", "ui", "demo", *rest)
    say(f"There is no display here, so the tour walks through the demo clinic and draws it into {PICTURES}")
    # every screen in both languages; `tessera tour` alone draws dark, high contrast and large letters too
    looks = [] if "--look" in rest else ["--look", "ru.light", "--look", "en.light"]
    status = call(PYTHON, "-m", "ui", "tour", "--out", PICTURES, *looks, *rest)
    if status == 0:
        say(f"The pictures and PDFs of the tour are in {PICTURES}")
    return status


def run(rest: list[str]) -> int:
    return call(PYTHON, "-m", "ui", *rest)


def test(rest: list[str]) -> int:
    # the whole suite on every core, file by file in the order of tests/conftest.py; a few begin sooner in one process
    cores = str(min(os.cpu_count() or 1, 4))
    abreast = [] if rest else ["-n", cores, "--dist", "loadfile", "--no-loadscope-reorder"]
    return call(PYTHON, "-m", "pytest", *abreast, *rest)


def lint(rest: list[str]) -> int:
    """Style, types and walls; every check runs, and one that fails fails the whole."""
    checks = (("ruff", "check", *rest), ("ruff", "format", "--check", *rest), ("mypy",), ("lint-imports",))
    return max([call(PYTHON.with_name(program), *arguments) for program, *arguments in checks])


def build(rest: list[str]) -> int:
    return call(PYTHON, "-m", "PyInstaller", "--noconfirm", *rest, ROOT / "build.spec")


def setup(_rest: list[str]) -> int:
    say(f"Everything is in place: {PYTHON}")
    return 0


def call(*command: str | Path) -> int:
    return subprocess.run([str(part) for part in command], cwd=ROOT, check=False).returncode


def say(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)


def has_display() -> bool:
    return not LINUX or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


# --- what the machine must have ---


def set_up(verb: str) -> None:
    """Brings everything `verb` needs onto this machine; on a machine that has it all, only looks."""
    if sys.version_info < (3, 11):  # noqa: UP036 - this file is what an older Python meets first
        raise NotReadyError(f"Tessera needs Python 3.11 or newer; this is {sys.version.split()[0]}.")
    if LINUX:
        install_from_the_system(missing_packages(verb))
    if STAMP.exists() and STAMP.read_text(encoding="utf-8") == fingerprint() and PYTHON.exists():
        return
    make_environment()
    STAMP.write_text(fingerprint(), encoding="utf-8")


def fingerprint() -> str:
    """Names this state of the dependencies: an environment stamped with it is up to date."""
    locked = (ROOT / "pyproject.toml").read_bytes() + (ROOT / "uv.lock").read_bytes()
    return hashlib.sha256(locked).hexdigest()


def missing_packages(verb: str) -> list[str]:
    libraries = {} if verb == "lint" else dict(SCREENLESS)
    if verb == "test" or (verb in ("demo", "run") and has_display()):
        libraries |= WINDOWED
    packages = [package for library, package in libraries.items() if not loads(library)]
    if verb == "test" and not shutil.which("Xvfb"):
        packages.append("xvfb")
    if verb == "build":
        packages += missing_for_building()
    if not PYTHON.exists() and not shutil.which("uv") and not has_module("ensurepip") and not has_module("pip"):
        packages.append("python3-venv")
    return packages


def missing_for_building() -> list[str]:
    """PyInstaller takes libraries apart with objdump and needs Python itself as a shared library."""
    packages = [] if shutil.which("objdump") else ["binutils"]
    python = f"libpython{sysconfig.get_python_version()}"
    if not sysconfig.get_config_var("Py_ENABLE_SHARED") and not loads(f"{python}.so.1.0"):
        packages.append(python)
    return packages


def loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def has_module(name: str) -> bool:
    return importlib.util.find_spec(name) is not None


def install_from_the_system(packages: list[str]) -> None:
    if not packages:
        return
    names = " ".join(packages)
    if not shutil.which("apt-get"):
        raise NotReadyError(f"Tessera needs what Debian calls {names}; install the like with this system's own tools.")
    if os.geteuid() != 0:
        raise NotReadyError(
            "Some system libraries are missing. Run this line once, then the same command again:\n"
            f"sudo apt-get update && sudo apt-get install -y --no-install-recommends {names}"
        )
    say(f"Installing system packages: {names}")
    quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update", "-q"], ["install", "-q", "-y", "--no-install-recommends", *packages]):
        if subprocess.run(["apt-get", *command], env=quiet, stdin=subprocess.DEVNULL, check=False).returncode != 0:
            raise NotReadyError(f"apt-get {command[0]} failed (its own words stand above); it was to install {names}.")
    importlib.invalidate_caches()


# --- the environment ---


def make_environment() -> None:
    """Fills .venv with what uv.lock names: by uv where it is installed, else by pip with the same hashes."""
    say("Setting up .venv from uv.lock")
    interpreter = getattr(sys, "_base_executable", None) or sys.executable
    if shutil.which("uv"):
        own_python = os.environ | {"UV_PYTHON_DOWNLOADS": "never"}
        command = ["uv", "sync", "--locked", "--quiet", "--python", interpreter]
        if subprocess.run(command, cwd=ROOT, env=own_python, check=False).returncode == 0:
            return
        say("uv could not use uv.lock as it stands (often another package index is configured); going on with pip")
    pip = pip_of_a_new_environment(interpreter)
    pins = VENV / "pins.txt"
    pins.write_text(pinned_requirements(), encoding="utf-8")
    install = [*pip, "install", "--quiet", "--disable-pip-version-check", "--no-deps"]
    for what in (["--require-hashes", "--requirement", str(pins)], ["--editable", str(ROOT)]):
        if subprocess.run([*install, *what], cwd=ROOT, check=False).returncode != 0:
            raise NotReadyError("pip could not install the dependencies (its own words stand above); try once more.")


def pip_of_a_new_environment(interpreter: str) -> list[str]:
    """The pip that fills .venv: its own, or the system's where Debian leaves `ensurepip` out."""
    own = has_module("ensurepip") or not has_module("pip")
    make = [interpreter, "-m", "venv", str(VENV)] if own else [interpreter, "-m", "venv", "--without-pip", str(VENV)]
    if subprocess.run(make, check=False).returncode != 0:
        raise NotReadyError(f"Python could not make the environment {VENV} (its own words stand above).")
    return [str(PYTHON), "-m", "pip"] if own else [interpreter, "-m", "pip", "--python", str(PYTHON)]


def pinned_requirements() -> str:
    """uv.lock as lines for pip: version, condition and hashes, so that both ways install the very same files."""
    import tomllib

    lock = tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))
    packages = {package["name"]: package for package in lock["package"]}
    conditions = conditions_of(packages, {"name": "tessera", "extra": ["dev"]})
    lines = []
    for name in sorted(conditions.keys() - {"tessera"}):
        package, whens = packages[name], conditions[name]
        condition = "" if "" in whens else " ; " + " or ".join(f"({when})" for when in sorted(whens))
        files = [*package.get("wheels", []), *([package["sdist"]] if "sdist" in package else [])]
        hashes = " ".join(f"--hash={file['hash']}" for file in files)
        lines.append(f"{name}=={package['version']}{condition} {hashes}\n")
    return "".join(lines)


def conditions_of(packages: dict[str, Any], first: dict[str, Any]) -> dict[str, set[str]]:
    """Package name -> the conditions under which it is reached from `first`; "" stands for always."""
    reached: dict[str, set[str]] = defaultdict(set)
    seen: set[tuple[str, str, str]] = set()
    waiting: list[tuple[dict[str, Any], str]] = [(first, "")]
    while waiting:
        edge, inherited = waiting.pop()
        when = both(inherited, edge.get("marker", ""))
        reached[edge["name"]].add(when)
        package = packages[edge["name"]]
        onward = {"": package.get("dependencies", []), **package.get("optional-dependencies", {})}
        for extra in ("", *edge.get("extra", [])):
            if (edge["name"], extra, when) not in seen:
                seen.add((edge["name"], extra, when))
                waiting += [(further, when) for further in onward[extra]]
    return dict(reached)


def both(one: str, other: str) -> str:
    """One condition that holds when both do; an empty one always holds."""
    parts = dict.fromkeys(part for part in (one, other) if part)
    return " and ".join(f"({part})" for part in parts) if len(parts) > 1 else "".join(parts)


if __name__ == "__main__":
    sys.exit(main())
