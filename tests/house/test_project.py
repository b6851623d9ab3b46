"""What the project says about itself is true: versions, dependencies, the lock, addresses, commands and links."""

import importlib.metadata
import re
import tomllib
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from packaging.markers import default_environment
from packaging.requirements import Requirement

import dev
from tests.house.paths import ROOT, name, pages, sources, text, texts
from ui.cli import COMMANDS

PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCK: dict[str, Any] = tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))

# Where a package is imported under another name than it is installed by.
MODULES = {
    "pyside6-essentials": "PySide6", "pyside6-pdf": "PySide6.QtPdf", "fontpkg-pt-sans": "fontpkg_pt_sans",
    "python-barcode": "barcode", "psycopg": "psycopg", "uuid-utils": "uuid_utils",
}  # fmt: skip
# Data alone, which Python's zoneinfo finds by itself; the centre comes with sync.
NOT_IMPORTED = {"tzdata", "psycopg"}


def plain(package: str) -> str:
    return re.sub(r"[-_.]+", "-", package).lower()


def runtime() -> list[str]:
    return [plain(Requirement(line).name) for line in PROJECT["project"]["dependencies"]]


def for_work() -> list[str]:
    return [plain(Requirement(line).name) for line in PROJECT["project"]["optional-dependencies"]["dev"]]


def test_the_version_is_the_same_everywhere() -> None:
    version = PROJECT["project"]["version"]

    assert importlib.metadata.version("tessera") == version
    assert f"## {version}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert [package["version"] for package in LOCK["package"] if package["name"] == "tessera"] == [version]


def test_every_dependency_has_its_reason_and_no_reason_is_left_over() -> None:
    app, work = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8").split("## For those who work on it")

    def listed(page: str) -> list[str]:
        return [
            plain(found.split("[")[0])
            for found in re.findall(r"^\| ([\w.\-\[\]]+) \|", page, re.MULTILINE)
            if found != "package"
        ]

    assert sorted(listed(app)) == sorted(runtime())
    assert sorted(listed(work)) == sorted(for_work())


@pytest.mark.parametrize("package", sorted(set(runtime()) - NOT_IMPORTED))
def test_every_dependency_of_the_app_is_used_by_it(package: str) -> None:
    module = re.escape(MODULES.get(package, package.replace("-", "_")))
    importing = re.compile(rf"^\s*(?:from|import) {module}\b|find_spec\(\"{module}\"\)", re.MULTILINE | re.IGNORECASE)

    assert any(importing.search(text(path)) for path in sources() if "tests" not in path.parts)


def test_pip_and_uv_install_the_same_tools() -> None:
    assert PROJECT["dependency-groups"]["dev"] == ["tessera[dev]"]


def test_the_lock_names_every_file_by_its_hash_and_one_public_index_only() -> None:
    from_index = [package for package in LOCK["package"] if package["source"] != {"editable": "."}]
    files = [file for package in from_index for file in [*package.get("wheels", []), package.get("sdist")] if file]

    indexes = {package["source"]["registry"] for package in from_index}
    assert len(indexes) == 1, f"one index, the one uv takes by itself: {indexes}"
    for url in [*indexes, *(file["url"] for file in files)]:
        address = urlsplit(url)
        assert address.scheme == "https"
        assert address.netloc == address.hostname, f"an address with a port or credentials: {url}"
        assert not re.fullmatch(r"[\d.]+|localhost|[^.]+", address.hostname or ""), f"a private address: {url}"
    assert {file["hash"].split(":")[0] for file in files} == {"sha256"}


def test_without_uv_pip_gets_the_locked_versions_and_hashes() -> None:
    lines = [line.split(" --hash=") for line in dev.pinned_requirements().splitlines()]
    pinned = {requirement.name: requirement for requirement in (Requirement(line[0].strip()) for line in lines)}
    here = {name for name, requirement in pinned.items() if not requirement.marker or requirement.marker.evaluate()}

    locked = {package["name"]: package["version"] for package in LOCK["package"] if package["name"] != "tessera"}
    assert len(locked) == len(LOCK["package"]) - 1, "a package in two versions: pip's lines would name only one"
    assert {name: str(requirement.specifier) for name, requirement in pinned.items()} == {
        name: f"=={version}" for name, version in locked.items()
    }
    assert all(len(line) > 1 for line in lines), "a line without a hash"
    assert {plain(name) for name in here} >= set(runtime()) | set(for_work())
    assert ("colorama" in here) == (default_environment()["sys_platform"] == "win32")


def test_no_file_names_an_index_of_packages_or_a_place_on_somebodys_machine() -> None:
    hosts = {
        urlsplit(package["source"]["registry"]).hostname
        for package in LOCK["package"]
        if "registry" in package["source"]
    }
    hosts |= {urlsplit(file["url"]).hostname for package in LOCK["package"] for file in package.get("wheels", [])}
    named = re.compile("|".join(re.escape(host) for host in hosts if host))
    somebodys = re.compile(r"(?<![\w.}/])/(?:home|Users|root|work)/\w|" + re.escape(str(ROOT)))

    told = {name(path): text(path) for path in texts()}
    assert [path for path, words in told.items() if named.search(words)] == []
    assert [path for path, words in told.items() if somebodys.search(words)] == []


@pytest.mark.parametrize("page", pages(), ids=name)
def test_every_link_of_a_page_leads_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", text(page))

    lost = [link for link in links if "://" not in link and not (page.parent / link).exists()]
    assert lost == []


@pytest.mark.parametrize(
    "page", [page for page in pages() if page.parent.name == "decisions" and page.stem != "README"], ids=name
)
def test_a_decision_says_what_was_not_chosen(page: Path) -> None:
    assert all(f"**{part}" in text(page) for part in ("Decided.", "Why.", "Not chosen.", "Again if"))
    assert f"({page.name})" in (page.parent / "README.md").read_text(encoding="utf-8")


def test_every_command_for_the_machine_that_a_page_names_exists() -> None:
    told = {verb for page in pages() for verb in re.findall(r"python3? dev\.py (\w+)", text(page))}

    assert {"demo", "test"} <= told <= {"demo", "run", "test", "lint", "build", "setup"}


def test_every_command_that_a_page_names_exists() -> None:
    told = {noun for page in pages() for noun in re.findall(r"^(?:\$ )?tessera ([a-z]+)", text(page), re.MULTILINE)}

    assert {"quote", "checkout", "backup"} <= told <= COMMANDS.keys()


def test_continuous_checks_run_what_everybody_runs() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")

    assert "python3 dev.py test" in script
    assert "python3 dev.py lint" in script
