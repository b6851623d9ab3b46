"""The states of the program room that the tour shows."""

from __future__ import annotations

from ui.program.editor.beside_pictures import PICTURES as BESIDE
from ui.program.editor.pictures import PICTURES as EDITOR
from ui.program.rehearsal.pictures import PICTURES as REHEARSAL
from ui.program.versions.pictures import PICTURES as VERSIONS

# versions last: theirs announce one, which every later picture of this clinic would speak of
PICTURES = (*EDITOR, *BESIDE, *REHEARSAL, *VERSIONS)
