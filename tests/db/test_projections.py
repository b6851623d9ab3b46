"""What follows from an op: who is who, who belongs to whom, and what may be counted at once."""

from __future__ import annotations

import uuid
from datetime import date
from typing import Any

from db.store import SqlStore
from desk_app.domain.facts import Accrued, Visited
from desk_app.domain.people import Card, Consent, Membership
from tests.db import acts


def do(store: SqlStore, moment: int = acts.NOON, **parts: Any) -> str:
    act = acts.op(moment, **parts)
    with store.writing() as writing:
        assert writing.append(act)
    return act.id


def test_a_patient_keeps_the_later_word_on_every_field(desk: SqlStore) -> None:
    do(desk, patient=acts.person("p", "Иванова Мария", "1980-02-29", ("+79120000001",), notes="тихий кабинет"))
    do(desk, patient=acts.patient("p", surname="Петрова", email="m@example.org"))

    with desk.reading() as reading:
        one = reading.patient("p")
        assert reading.patient("nobody") is None

    assert one is not None
    assert (one.full_name, one.birth_date, one.phones) == ("Петрова Мария", date(1980, 2, 29), ("+79120000001",))
    assert (one.email, one.notes, one.language) == ("m@example.org", "тихий кабинет", "ru")


def test_a_member_joins_leaves_and_comes_back(desk: SqlStore) -> None:
    do(desk, patient=acts.person("p", "Ким Ия"), member={"id": "p", "joined": "2026-01-05", "referred_by": "q"})
    do(desk, member={"id": "p", "left": "2026-03-01"})

    with desk.reading() as reading:
        gone, row = reading.membership("p"), reading.find("ким", 5)
    do(desk, member={"id": "p", "left": None})
    with desk.reading() as reading:
        back, again = reading.membership("p"), reading.find("ким", 5)
        assert reading.membership("q") is None

    assert gone == Membership("p", date(2026, 1, 5), date(2026, 3, 1), "q")
    assert back == Membership("p", date(2026, 1, 5), None, "q")
    assert (row[0].member, again[0].member) == (False, True)


def test_groups_and_segments_are_those_that_hold(desk: SqlStore) -> None:
    def group(code: str, day: str | None) -> dict[str, Any]:
        return {"member": "p", "code": code, "day": day}

    def segment(code: str, on: bool) -> dict[str, Any]:
        return {"member": "p", "code": code, "on": on}

    do(desk, member={"id": "p", "joined": "2026-01-05"},
       groups=[group("pensioner", "2026-01-05"), group("staff", "2026-01-06")],
       segments=[segment("vip", True), segment("new", True)])  # fmt: skip
    do(desk, groups=[group("staff", None)], segments=[segment("new", False)])

    with desk.reading() as reading:
        member = reading.membership("p")

    assert member is not None
    assert member.groups == (("pensioner", date(2026, 1, 5)),)
    assert member.segments == ("vip",)


def test_a_card_is_given_blocked_and_replaced(desk: SqlStore) -> None:
    do(desk, card={"number": "100", "member": "", "state": "stock"})
    do(desk, patient=acts.person("p", "Ким Ия"), card={"number": "100", "member": "p", "state": "active"})
    do(desk, day="2026-11-09", card={"number": "100", "member": "p", "state": "blocked"})
    do(desk, day="2026-11-09", card={"number": "200", "member": "p", "state": "active"})

    with desk.reading() as reading:
        assert reading.cards("p") == (
            Card("100", "p", "blocked", date(2026, 11, 2)), Card("200", "p", "active", date(2026, 11, 9)),
        )  # fmt: skip
        assert reading.card("100") == reading.cards("p")[0]
        assert reading.card("300") is None
        assert reading.find("ким", 5)[0].card == "200"


def test_a_stop_of_the_same_day_wins_whatever_comes_first(desk: SqlStore) -> None:
    def word(given: bool, day: str) -> list[dict[str, Any]]:
        return [{"member": "p", "kind": "messages", "channel": "sms", "given": given, "day": day, "text_version": "2"}]

    do(desk, consents=word(False, "2026-01-02"))
    do(desk, consents=word(True, "2026-01-02"))
    with desk.reading() as reading:
        stopped = reading.consents("p")
    do(desk, consents=word(True, "2026-01-03"))
    do(desk, consents=word(False, "2026-01-01"))

    with desk.reading() as reading:
        assert stopped == (Consent("messages", "sms", False, date(2026, 1, 2), "2"),)
        assert reading.consents("p") == (Consent("messages", "sms", True, date(2026, 1, 3), "2"),)


def test_merged_patients_are_one_until_they_are_parted(desk: SqlStore) -> None:
    for n, (kind, member, into) in enumerate(
        [("merge", "b", "a"), ("merge", "c", "b"), ("merge", "x", "y"), ("unmerge", "x", "y")]
    ):
        do(desk, acts.NOON + n, edge={"kind": kind, "member": member, "into": into})

    with desk.reading() as reading:
        assert [reading.canonical(one) for one in "abcxz"] == ["a", "a", "a", "x", "z"]
        assert reading.aliases("b") == {"a", "b", "c"}
        assert reading.aliases("x") == {"x"}
        assert reading.circle("a") == {"a", "b", "c"}

    do(desk, acts.NOON + 9, edge={"kind": "unmerge", "member": "c", "into": "b"})
    with desk.reading() as reading:
        assert reading.canonical("c") == "c"
        assert reading.aliases("a") == {"a", "b"}


def test_patients_merged_into_each_other_by_two_desks_are_the_smaller_one(desk: SqlStore) -> None:
    # an unmerge undoes a pair in whichever direction it was merged, so the last word on the pair decides
    do(desk, 1, edge={"kind": "merge", "member": "a", "into": "b"})
    do(desk, 2, edge={"kind": "merge", "member": "b", "into": "c"})
    do(desk, 3, edge={"kind": "merge", "member": "c", "into": "a"})

    with desk.reading() as reading:
        assert {reading.canonical(one) for one in "abc"} == {"a"}


def test_a_family_is_whoever_joined_and_did_not_leave(desk: SqlStore) -> None:
    def join(n: int, kind: str, member: str, of: str) -> None:
        do(desk, acts.NOON + n, member={"id": member, "joined": "2026-01-01"}, facts=[acts.family(kind, member, of)])

    join(1, "joined_family", "owner", "f")
    join(2, "joined_family", "son", "f")
    join(3, "joined_family", "aunt", "f")
    join(4, "left_family", "aunt", "f")
    join(5, "joined_family", "aunt", "g")

    with desk.reading() as reading:
        assert reading.family_members("f") == ("owner", "son")
        assert reading.family_members("g") == ("aunt",)
        assert [m.family for who in ("son", "aunt") if (m := reading.membership(who))] == ["f", "g"]
        assert reading.circle("son") == {"son", "owner", "aunt", "f", "g"}
        assert reading.circle("stranger") == {"stranger"}


def test_facts_are_read_by_member_in_their_order(desk: SqlStore) -> None:
    second = do(desk, acts.NOON + 5, facts=[acts.visited("p", "r", 500), acts.accrued("p", 7), acts.accrued("q", 1)])
    with desk.reading() as reading:
        mark = reading.last_change()
    first = do(desk, acts.NOON, facts=[acts.accrued("p", 3)])

    with desk.reading() as reading:
        facts = reading.facts(["p"])
        new = reading.facts(["p", "q"], after=mark)
        assert reading.facts([]) == ()

    assert [(type(fact), fact.id, fact.moment) for fact in facts] == [
        (Accrued, f"{first}:0", acts.NOON), (Visited, f"{second}:0", acts.NOON + 5),
        (Accrued, f"{second}:1", acts.NOON + 5),
    ]  # fmt: skip
    assert [fact.id for fact in new] == [f"{first}:0"]


def test_entries_balance_against_the_program(desk: SqlStore) -> None:
    do(desk, entries=[["p", -10], ["p", 250], ["q", 0]])
    do(desk, entries=[["p", -40], ["f", 40]])

    with desk.reading() as reading:
        rows = reading.cursor.execute(
            "SELECT account, sum(amount) FROM entry GROUP BY account ORDER BY account"
        ).fetchall()
        assert (reading.balance("p"), reading.balance("f"), reading.balance("q")) == (200, 40, 0)

    assert rows == [("f", 40), ("p", 200), ("program", -240)]


def test_a_receipt_is_found_by_its_id_bill_number_and_patient(desk: SqlStore) -> None:
    ops = [acts.checkout("p", n, acts.NOON + n) for n in range(3)]
    with desk.writing() as writing:
        writing.append_many([*ops, acts.checkout("q", 7, acts.NOON + 7)])

    with desk.reading() as reading:
        one = reading.receipt(ops[1].id)
        assert one is not None
        assert (one.number, one.bill, one.patient, one.day) == ("A-1", "bill-1", "p", date(2026, 11, 2))
        assert one.body == ops[1].body["receipt"]
        assert reading.receipt_of_bill("bill-1") == reading.receipt_of_bill("A-1") == one
        assert reading.receipt_of_bill("bill-9") is None
        assert [row.number for row in reading.receipts(["p", "q"], 3)] == ["A-7", "A-2", "A-1"]
        assert [row.number for row in reading.last_receipts(2)] == ["A-7", "A-2"]


def test_returns_of_a_receipt_are_kept_whole_and_in_order(desk: SqlStore) -> None:
    late = do(desk, acts.NOON + 9, **{"return": {"receipt": "r", "lines": [["1", 1]], "money": 500}})
    early = do(desk, acts.NOON, **{"return": {"receipt": "r", "lines": [["2", 1]], "money": 700}})

    with desk.reading() as reading:
        back = reading.returns("r")

    assert [(one["op_id"], one["money"], one["day"]) for one in back] == [(early, 700, acts.DAY), (late, 500, acts.DAY)]


def test_uses_are_counted_until_their_receipt_is_freed(desk: SqlStore) -> None:
    one, two = acts.checkout("p", 1), acts.checkout("q", 2)
    with desk.writing() as writing:
        writing.append_many([one, two])
    do(desk, frees=[one.id])
    do(desk, frees=[one.id])

    with desk.reading() as reading:
        assert reading.uses_total("promotion") == {"morning": 1}
        assert reading.uses_total("reward") == {}


def test_adjustments_and_referrals_are_counted(desk: SqlStore) -> None:
    do(desk, facts=[acts.adjusted("p", 5), acts.adjusted("q", -5), acts.adjusted("p", 1, by="vera")])
    do(desk, facts=[acts.accrued("p", 500, "referral"), acts.accrued("q", 300, "bill")])

    with desk.reading() as reading:
        assert reading.adjustments_by("anna", "goodwill", "2026-11") == 2
        assert reading.adjustments_by("anna", "goodwill", "2026-12") == 0
        assert reading.referrals("p", 2026) == 1
        assert reading.referrals("q", 2026) == 0


def test_versions_of_a_program_are_kept_and_their_status_follows(desk: SqlStore) -> None:
    for version, day in ((1, "2026-01-01"), (2, "2026-06-01")):
        do(desk, program={"code": "club", "version": version, "mark": f"mark-{version}", "status": "announced",
                          "effective_from": day, "document": {"title": f"v{version}"}})  # fmt: skip
    do(desk, program={"code": "club", "version": 1, "mark": "mark-1", "status": "withdrawn"})
    do(desk, closing={"day": "2027-01-01", "days": 30})

    with desk.reading() as reading:
        assert [(one.version, one.status, one.document) for one in reading.versions()] == [
            (1, "withdrawn", {"title": "v1"}), (2, "announced", {"title": "v2"}),
        ]  # fmt: skip
        assert reading.closing() == (date(2027, 1, 1), 30)


def test_a_service_is_found_by_code_and_by_words_in_any_order(desk: SqlStore) -> None:
    def line(code: str, name: str, english: str = "") -> dict[str, Any]:
        return {"code": code, "name": name, "name_en": english, "category": "c", "price": 100}

    do(desk, services=[line("B01.047.001", "Приём врача-терапевта первичный", "Visit to a therapist"),
                       line("B01.047.002", "Приём врача-терапевта повторный"),
                       line("A06.09.007", "Рентген лёгких")])  # fmt: skip

    def codes(text: str) -> list[str]:
        with desk.reading() as reading:
            return [one.code for one in reading.services(text, 10)]

    assert codes("") == ["A06.09.007", "B01.047.001", "B01.047.002"]
    assert codes("терап пр") == codes("B01.047") == codes("b01") == ["B01.047.001", "B01.047.002"]
    assert codes("ПЕРВ прием") == codes("visit") == codes("B01.047.001") == ["B01.047.001"]
    assert codes("легких") == ["A06.09.007"]
    assert codes("мрт") == codes("приём лёгких") == []
    assert codes("htynuty") == ["A06.09.007"], "typed in the other keyboard layout"

    do(desk, services=[line("A06.09.007", "КТ лёгких")])
    with desk.reading() as reading:
        service = reading.service("A06.09.007")
        assert reading.service("X") is None
    assert service is not None
    assert service.name == "КТ лёгких"
    assert codes("рентген") == []


def test_offers_drafts_settings_and_numbers(desk: SqlStore) -> None:
    do(desk, offer={"member": "p", "offer": {"code": "birthday", "percent": "10"}})
    with desk.writing() as writing:
        writing.put_draft("bill-1", {"lines": []})
        writing.put_draft("bill-2", {"lines": [1]})
        writing.put_draft("bill-1", None)
        writing.put_setting("clinic.name", "Ромашка")
        numbers = [writing.next_number(), writing.next_number()]

    with desk.reading() as reading:
        assert reading.offers("p") == ({"code": "birthday", "percent": "10"},)
        assert reading.drafts() == (("bill-2", {"lines": [1]}),)
        assert (reading.setting("clinic.name"), reading.setting("logo")) == ("Ромашка", None)
        assert reading.waiting() == 1
    assert numbers == [1, 2]


def test_the_journal_shows_the_newest_first_and_goes_on(desk: SqlStore) -> None:
    ids = [do(desk, acts.NOON + n, kind=f"act-{n}") for n in range(5)]

    with desk.reading() as reading:
        page = reading.journal(2)
        rest = reading.journal(9, before=page[-1].moment)

    assert [(row.op_id, row.kind) for row in page] == [(ids[4], "act-4"), (ids[3], "act-3")]
    assert [row.op_id for row in rest] == ids[2::-1]
    assert "hlc" not in page[0].body


def test_nothing_of_a_transaction_that_raised_is_there(desk: SqlStore) -> None:
    class Refused(Exception):
        pass

    try:
        with desk.writing() as writing:
            writing.append(acts.checkout("p", 1))
            writing.put_draft("bill", {})
            raise Refused
    except Refused:
        pass

    with desk.reading() as reading:
        assert reading.last_receipts(5) == ()
        assert reading.drafts() == ()
        assert reading.receipt(str(uuid.uuid4())) is None
