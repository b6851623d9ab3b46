"""The direct way asks what announcing asks: errors stand in the way, a warning needs a written reason."""

from pathlib import Path

import pytest

from desk_app.documents.edits import Edit, edited
from desk_app.documents.program_file import read_document
from desk_app.documents.program_toml import to_toml
from desk_app.rollout.diary import lives
from tests.cli.conftest import CASES, Run
from ui import compose, compose_records

WARNED = CASES / "programs" / "beauty.toml"
KEY = "P02 earn.on_bill_with_units"


def test_a_warning_needs_a_written_reason_which_the_version_keeps(tessera: Run, desk_folder: Path) -> None:
    refused = tessera("program", "publish", WARNED, "--lang", "en")

    assert (refused.code, refused.json["error"]) == (1, "checkup.unanswered")
    assert [one["key"] for one in refused.json["findings"]] == [KEY]
    assert refused.json["findings"][0]["message"] in refused.err
    assert f'--answer "{KEY}=' in refused.err
    assert not (desk_folder / compose_records.DATABASE).exists()

    done = tessera("program", "publish", WARNED, "--answer", f"{KEY}=the owners want it", "--op", "first")
    assert (done.code, done.json["version"]) == (0, 1)
    # the act that was done is answered as it was
    assert tessera("program", "publish", WARNED, "--op", "first").json["version"] == 1
    with compose.open_desk(desk_folder) as desk:
        (life,) = lives(desk)
        assert (dict(life.reasons), life.despite) == ({KEY: "the owners want it"}, "")


@pytest.mark.usefixtures("desk")
def test_no_reason_answers_an_error(tessera: Run, tmp_path: Path) -> None:
    document = edited(
        read_document((CASES / "programs" / "harbour.toml").read_bytes()),
        (Edit("redeem.multiple_of", 500), Edit("redeem.max_per_bill", 300), Edit("examples", [])),
    )
    file = tmp_path / "never.toml"
    file.write_text(to_toml(document), encoding="utf-8")

    said = tessera(
        "program", "publish", file, "--now", "at once", "--answer", "P04 redeem.max_per_bill=never mind", "--lang", "en"
    )

    assert (said.code, said.json["error"]) == (1, "checkup.unanswered")
    assert "P04" in [one["id"] for one in said.json["findings"]]
    assert len(tessera("program", "list").json["versions"]) == 1
