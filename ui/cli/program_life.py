"""`tessera program announce|withdraw|retire|diary|told`: the life of a version, and who has heard of it."""

from __future__ import annotations

import argparse
import csv
import io
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from desk_app.documents.tree import json_table
from desk_app.domain.errors import Refusal, WrongInput
from desk_app.ports import Desk, Json, Reading, ToldRow, VersionRecord
from desk_app.rollout.plan import WAYS, Plan, plan_from
from ui.cli import files
from ui.cli.answer import NO, WRONG, Answer, naming
from ui.cli.days import read_day
from ui.cli.findings_told import add_answers, answers_of, not_answered
from ui.cli.home import add_op, desk_of, home_of
from ui.cli.output import target_of, write
from ui.cli.sentences import sentence
from ui.wording.problems import problem, refusal_sentence
from ui.wording.rollout import told_way, what_happened

if TYPE_CHECKING:
    from desk_app.domain.differences import Difference
    from desk_app.domain.program import Program
    from desk_app.rollout.announce import Outlook
    from desk_app.rollout.retire import Ending

#: Named instead of a version: the program's end.
END: Final = "end"
_CLASSES: Final = ("worse", "better", "neutral")


def add_life(acts: Any) -> None:
    """What these acts take."""
    one = acts.add_parser(
        "announce", help="announce a version with its notice",
        epilog="example: tessera program announce new.toml --channel desk --channel leaflet --owner Anna",
    )  # fmt: skip
    one.add_argument("file", metavar="P.toml", help="the program document")
    one.add_argument(
        "--from", dest="day", default="", metavar="DAY", help="the first day; left out: the first lawful one"
    )
    _add_plan(one)
    add_answers(one)
    one.add_argument("--dry-run", action="store_true", help="only say what it would mean")
    add_op(one)
    one = acts.add_parser(
        "withdraw", help="take an announced version back before its day",
        epilog="example: tessera program withdraw 4 --reason mistake",
    )  # fmt: skip
    one.add_argument("version", metavar="N", help="number of the version")
    one.add_argument("--reason", required=True, metavar="TEXT", help="why; it is kept in the diary")
    add_op(one)
    one = acts.add_parser(
        "retire", help="announce the end of the program, or take it back",
        epilog="example: tessera program retire --reason moving --channel desk --owner Anna",
    )  # fmt: skip
    one.add_argument(
        "--from", dest="day", default="", metavar="DAY", help="the first day; left out: the first lawful one"
    )
    one.add_argument("--reason", required=True, metavar="TEXT", help="why; it is kept in the diary")
    one.add_argument("--back", action="store_true", help="take the announced end back")
    _add_plan(one)
    add_op(one)
    one = acts.add_parser("diary", help="who did what when", epilog="example: tessera program diary")
    one.add_argument("version", metavar="N", nargs="?", default="", help="of one version; left out: of all")
    one = acts.add_parser(
        "told", help="who has heard of a version, and who has not",
        epilog="example: tessera program told 3 --not",
    )  # fmt: skip
    one.add_argument("version", metavar="N", help='number of the version, or "end" for the program\'s end')
    one.add_argument("--not", dest="missing", action="store_true", help="list those who have not heard")
    one.add_argument("--limit", type=int, default=50, metavar="N", help="how many to show")
    one.add_argument("--out", default="", metavar="F.csv", help="write the whole list to a file")
    one.add_argument("--messages", choices=("sms", "email", "messenger", "call"),
                     help="only those who agreed to messages by it, with their addresses")  # fmt: skip
    one.add_argument("--member", default="", metavar="MEMBER", help="note that this one was told")
    one.add_argument("--way", choices=WAYS, default="desk", help="how she was told")
    one.add_argument("--sent", action="store_true", help="note that all of the list were told")


def _add_plan(one: argparse.ArgumentParser) -> None:
    one.add_argument("--channel", action="append", default=[], choices=WAYS,
                     help="how patients will hear of it; may be repeated")  # fmt: skip
    one.add_argument("--owner", default="", metavar="NAME", help="who sees to it")
    one.add_argument("--plan", default="", metavar="PLAN.json", help="the whole plan from a file")


def announce(options: argparse.Namespace) -> Answer:
    """Announce, or say what announcing would mean."""
    from desk_app.checkup import history_of
    from desk_app.documents.program_file import problems, publishable, read_document
    from desk_app.documents.program_sense import refusal
    from desk_app.rollout import announce as task

    content = files.read(options.file)
    with naming(options.file):
        document = read_document(content)
        for wrong in (*problems(document), *publishable(document)):
            raise refusal(wrong)
    reasons = answers_of(options)
    day = read_day("--from", options.day) if options.day else None
    plan = _plan(options)
    with desk_of(options) as desk, naming(options.file):
        history_of(desk)  # goals are held against the clinic's own past
        seen = task.outlook(desk, document, day, reasons)
        told = differences_told(seen.judgement.differences, seen.old, seen.program, options.lang)
        ready, few = _who_knows(desk, document, options)
        value: dict[str, Any] = {
            "differences": told, "notice_days": seen.judgement.days, "earliest": seen.earliest.isoformat(),
            "unanswered": [one.key for one in seen.open],
        } | ready  # fmt: skip
        try:
            if options.dry_run:
                task.try_out(desk, document, day, plan, reasons)
                return _tried(value, told, few, seen, options)
            record = task.announce(desk, document, day, plan, reasons, _op(options))
        except Refusal as why:
            if options.dry_run:
                return _tried(value, told, few, seen, options, why)
            if why.code == "checkup.unanswered":
                return not_answered(seen.open, seen.program, options)
            if why.code != "notice.too_early":
                raise
            return too_early(why, told, options)
    value |= {"code": record.code, "version": record.version, "label": record.label,
              "effective_from": record.effective_from.isoformat()}  # fmt: skip
    line = f"{record.code} {record.label} {record.effective_from.isoformat()}"
    return Answer(value, [line, *_lines(told, options.lang), *few])


def _who_knows(desk: Desk, document: Json, options: argparse.Namespace) -> tuple[dict[str, Any], list[str]]:
    """How many at the desks know these rules already, and a warning where they are too few; nothing where nobody ever
    learned."""
    from functools import partial

    from desk_app import station
    from desk_app.training.offered import codes_in
    from desk_app.training.readiness import enough
    from desk_app.training.standing import ready_for, shelf_of

    home = home_of(options)
    found = ready_for(desk, shelf_of(home, station.load(home).station), document, partial(codes_in, home))
    if found is None:
        return {}, []
    ready, staff = found
    few = [] if enough(*found) else [sentence("announce.ready", options.lang).format(ready=ready, staff=staff)]
    return {"ready": ready, "staff": staff}, few


def _tried(
    value: dict[str, Any], told: list[dict[str, str]], few: list[str], seen: Outlook, options: argparse.Namespace,
    why: Refusal | None = None,
) -> Answer:  # fmt: skip
    """What announcing would mean, and what it would be refused with."""
    lines = [sentence("announce.earliest", options.lang).format(day=f"{seen.earliest:%d.%m.%Y}")]
    lines += _lines(told, options.lang) or [sentence("diff.none", options.lang)]
    lines += few
    if why is None:
        return Answer(value, lines)
    if why.code == "checkup.unanswered":
        refused = not_answered(seen.open, seen.program, options)
        return Answer(value | refused.value, lines, refused.code, refused.warnings)
    message = problem(why, options.lang)
    value |= {"error": why.code, "place": why.place, "message": message}
    return Answer(value, lines, WRONG if why.wrong_input else NO, [f"{message} ({why.code})"])


def too_early(refusal: Refusal, told: list[dict[str, str]], options: argparse.Namespace, hint: str = "") -> Answer:
    """The refusal with the sentences of everything that is worse, as JSON and on standard error."""
    worse = [one for one in told if one["class"] == "worse"]
    message = refusal_sentence(refusal.code, refusal.params, options.lang)
    value = {"error": refusal.code, "place": refusal.place, "message": message, "days": refusal.params["days"],
             "earliest": refusal.params["day"], "worse": worse}  # fmt: skip
    lines = [f"{message} ({refusal.code})", *(f"  {one['sentence']}" for one in worse)]
    return Answer(value, (), NO, [*lines, *([hint] if hint else [])])


def withdraw(options: argparse.Namespace) -> Answer:
    """Take an announced version back."""
    from desk_app.rollout import announce as task

    with desk_of(options) as desk:
        with desk.store.reading() as reading:
            record = labelled(reading, options.version)
        task.withdraw(desk, record.mark, options.reason, _op(options))
    value = {"version": record.version, "label": record.label, "status": "withdrawn"}
    return Answer(value, [f"{record.code} {record.label} {sentence('status.withdrawn', options.lang)}"])


def retire(options: argparse.Namespace) -> Answer:
    """Announce the end of the program, or take it back."""
    from desk_app.rollout import retire as task

    with desk_of(options) as desk:
        if options.back:
            task.take_back_end(desk, options.reason, _op(options))
            return Answer({"day": None}, [sentence("retire.back", options.lang)])
        day = read_day("--from", options.day) if options.day else None
        end = task.retire(desk, day, options.reason, _plan(options), _op(options))
    value = {"day": end.day.isoformat(), "last_good_day": end.last_good_day.isoformat()}
    return Answer(value, [end_words(end, options.lang)])


def end_words(end: Ending, lang: str) -> str:
    """The end of the program in one sentence."""
    return sentence("retire.done", lang).format(day=f"{end.day:%d.%m.%Y}", last=f"{end.last_good_day:%d.%m.%Y}")


def diary(options: argparse.Namespace) -> Answer:
    """The diary, oldest first."""
    from desk_app.rollout import diary as task

    with desk_of(options) as desk:
        with desk.store.reading() as reading:
            labels = {one.mark: one.label for one in reading.versions()}
            mark = labelled(reading, options.version).mark if options.version else ""
        entries = task.diary(desk, mark)
        told = [
            {"day": one.day.isoformat(), "what": one.what, "version": labels.get(one.version), "by": one.by,
             "desk": one.desk, "text": one.text}
            for one in entries
        ]  # fmt: skip
    rows = [
        "  ".join(filter(None, (str(one["day"]), what_happened(str(one["what"]), options.lang), one["version"] or "",
                                str(one["by"]), str(one["text"]))))
        for one in told
    ]  # fmt: skip
    return Answer({"diary": told}, rows)


def told(options: argparse.Namespace) -> Answer:
    """Counts and a list; with --member or --sent, note who was told."""
    from desk_app.rollout import telling

    with desk_of(options) as desk:
        mark = _mark(desk, options.version)
        if options.member:
            day = telling.tell(desk, options.member, mark, options.way)
            return Answer({"member": options.member, "day": day.isoformat()}, [day.isoformat()])
        rows = _listed(desk, mark, options)
        if options.sent:
            if not options.messages:
                raise WrongInput("value.bad", "--sent", found="--sent", allowed="--messages")
            fresh = telling.tell_all(desk, [str(row["member"]) for row in rows], mark, options.messages)
        counts = telling.heard(desk, mark)
    value: dict[str, Any] = {
        "audience": counts.audience, "told": counts.told, "not_told": counts.not_told, "by_way": dict(counts.by_way),
        "people": rows[: options.limit],
    }  # fmt: skip
    lines = [sentence("told.counts", options.lang).format(**value)]
    lines += [f"  {told_way(way, options.lang)}: {count}" for way, count in counts.by_way.items()]
    if options.sent:
        value["noted"] = fresh
    if options.out:
        target = target_of(options, options.out)
        write(target, _csv(rows, options.lang))
        value["file"] = str(target)
        lines.append(f"{target}: {len(rows)}")
    else:
        lines += ["  ".join(str(one) for one in row.values() if one) for row in rows[: options.limit]]
    return Answer(value, lines)


def labelled(reading: Reading, label: str) -> VersionRecord:
    """The version of a number, "2b" for the second one of a number. Raises `version.unknown`."""
    found = next((one for one in reading.versions() if one.label == label.strip().lower()), None)
    if found is None:
        raise WrongInput("version.unknown", "version", found=label)
    return found


def _mark(desk: Desk, label: str) -> str:
    from desk_app.rollout.retire import ending_in

    with desk.store.reading() as reading:
        if label != END:
            return labelled(reading, label).mark
        end = ending_in(reading)
        if end is None or not end.mark:
            raise WrongInput("version.unknown", "version", found=label)
        return end.mark


def _listed(desk: Desk, mark: str, options: argparse.Namespace) -> list[dict[str, object]]:
    from desk_app.rollout import telling

    if options.messages:
        return [
            {"member": one.member, "name": one.name, "address": one.address, "language": one.language}
            for one in telling.addressees(desk, mark, options.messages)
        ]
    if options.out:
        return [_row(one) for one in telling.everybody(desk, mark, told=not options.missing)]
    return [_row(one) for one in telling.people(desk, mark, told=not options.missing, limit=max(options.limit, 1))]


def _row(one: ToldRow) -> dict[str, object]:
    return {"member": one.member, "name": one.name, "phone": one.phone, "joined": one.joined.isoformat(),
            "told": one.day and one.day.isoformat(), "way": one.way, "by": one.by}  # fmt: skip


def _csv(rows: list[dict[str, object]], lang: str) -> bytes:
    """As spreadsheets of the clinic open it: UTF-8 with its mark, semicolons."""
    text = io.StringIO()
    out = csv.writer(text, delimiter=";", lineterminator="\r\n")
    if rows:
        out.writerow([sentence(f"told.column.{key}", lang) for key in rows[0]])
    for row in rows:
        out.writerow(["" if one is None else _safe(str(one)) for one in row.values()])
    return b"\xef\xbb\xbf" + text.getvalue().encode()


def _safe(text: str) -> str:
    """A cell that a spreadsheet does not take for a formula; phone numbers stay as they are."""
    return f"'{text}" if text[:1] in "=@" or (text[:1] in "+-" and not text[1:].isdigit()) else text


def without_notice(desk: Desk, document: Json, day: date | None, options: argparse.Namespace) -> Answer | None:
    """What a version that is put in force directly would take from patients before its notice is over; None: nothing.

    Raises what may not become a version here.
    """
    from desk_app import programs
    from desk_app.documents.program_file import read_program
    from desk_app.domain.errors import refuse
    from desk_app.rollout import announce as task
    from desk_app.versions import today

    with desk.store.reading() as reading:
        if not reading.versions():
            return None
        programs.check_belongs(reading, read_program(document), document)
        now = today(desk, reading)
    start = day or now
    seen = task.outlook(desk, document, start, checked=False)
    later = [one for one in seen.ahead if one.effective_from > start and one.document != document]
    if later and not options.now.strip():
        # what was announced to follow the rules of today would follow others, and nobody was told of that
        raise refuse("announce.ahead", "effective_from", version=later[-1].label,
                     day=later[-1].effective_from.isoformat())  # fmt: skip
    if start < now or start >= seen.judgement.earliest:
        return None
    told = differences_told(seen.judgement.differences, seen.old, seen.program, options.lang)
    return too_early(task.too_early(seen.judgement, start), told, options, sentence("publish.now", options.lang))


def differences_told(found: Iterable[Difference], old: Program | None, new: Program, lang: str) -> list[dict[str, str]]:
    """Each difference with its sentence, as `program diff` gives them."""
    from ui.wording.sheets.changed import Changes

    if old is None:
        return []
    words = Changes.of(old, new, lang)
    return [{"key": one.key, "place": one.place, "class": one.kind, "sentence": words.say(one)} for one in found]


def _lines(told: list[dict[str, str]], lang: str) -> list[str]:
    lines: list[str] = []
    for kind in _CLASSES:
        of_kind = [one["sentence"] for one in told if one["class"] == kind]
        if of_kind:
            lines += [sentence(f"diff.{kind}", lang), *(f"  {words}" for words in of_kind)]
    return lines


def _plan(options: argparse.Namespace) -> Plan:
    kept: Json = {}
    if options.plan:
        with naming(options.plan):
            kept = plan_from(json_table(files.read(options.plan))).to_json()
    channels = [*kept.get("channels", []), *options.channel]
    return plan_from(kept | {"channels": channels} | ({"owner": options.owner} if options.owner else {}))


def _op(options: argparse.Namespace) -> str:
    from desk_app.acts import new_id, op_id

    return op_id(options.op) if options.op else new_id()


__all__ = ["add_life", "announce", "diary", "differences_told", "end_words", "labelled", "retire", "told", "too_early",
           "withdraw", "without_notice"]  # fmt: skip
