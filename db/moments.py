"""When a stored op happened: the centre's word on it may come late, and what follows from the op is moved then."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from db.oplog import WITHDRAWN
from db.projections import Place, replace
from db.projections.place import loads

if TYPE_CHECKING:
    from db.engine import Cursor


def hear_moment(cursor: Cursor, pos: int, moment: int) -> None:
    """Believe another desk on when a stored op happened, where it heard the centre's word on it and we did not.

    Who says what the body says has heard nothing. Of two words the later one holds: the centre was restored, and gave
    a new one when the op came again.
    """
    known, text = cursor.execute("SELECT moment, body FROM op WHERE pos=?", (pos,)).fetchone()
    if moment == known:
        return
    try:
        said = loads(text)["moment"]
    except (KeyError, TypeError, ValueError):
        return
    if moment != said and (known == said or moment > known):
        retime(cursor, pos, moment)


def retime(cursor: Cursor, pos: int, moment: int) -> None:
    """Set the moment of a stored op: what follows from it is moved to where it belongs now."""
    op_id, known, hlc, text = cursor.execute("SELECT op_id, moment, hlc, body FROM op WHERE pos=?", (pos,)).fetchone()
    row = cursor.execute("SELECT pos, body_sha FROM applied WHERE op_id=?", (op_id,)).fetchone()
    if row and row[0] != pos and row[1] == sha256(text.encode()).digest():
        # the same op has its effect in another place
        retime(cursor, row[0], moment)
    if moment == known:
        return
    cursor.execute("UPDATE op SET moment=? WHERE pos=?", (moment, pos))
    if row and row[0] == pos:
        body = loads(text)
        place = Place(op_id, known, hlc, pos, body["day"], body["moment"])
        replace(cursor, place, place._replace(moment=moment), body)
        cursor.execute(WITHDRAWN)


def move_effect(cursor: Cursor, pos: int, to: int) -> None:
    """What follows from the op at one place in the log follows from now on from the same op at another one."""
    row = cursor.execute(
        "SELECT o.op_id, o.moment, o.hlc, o.body FROM op o JOIN applied a ON a.op_id=o.op_id AND a.pos=o.pos "
        "WHERE o.pos=?",
        (pos,),
    ).fetchone()
    if row is None:
        return
    op_id, moment, hlc, text = row
    body = loads(text)
    place = Place(op_id, moment, hlc, pos, body["day"], body["moment"])
    cursor.execute("UPDATE applied SET pos=? WHERE op_id=?", (to, op_id))
    replace(cursor, place, place._replace(pos=to), body)
    cursor.execute(WITHDRAWN)
