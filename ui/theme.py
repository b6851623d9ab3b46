"""One table of colours and sizes for the whole window, and the only place that hands a style sheet to Qt."""

import re
from typing import NamedTuple
from weakref import WeakSet

from PySide6.QtCore import QElapsedTimer, QObject, QTimer
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from shiboken6 import isValid

import resources
from ui import fonts


class Theme(NamedTuple):
    """Named colours: a widget says what it is, and the table says what that looks like.

    `edge` outlines what can be operated and is told from its ground by 3 : 1; `line` only divides and may be fainter.
    Every `…_soft` is a ground on which its namesake and `text` are read at 4.5 : 1.
    """

    name: str
    ground: str
    surface: str
    hover: str
    line: str
    edge: str
    text: str
    quiet: str
    accent: str
    accent_deep: str
    on_accent: str
    accent_soft: str
    good: str
    good_soft: str
    warn: str
    warn_soft: str
    bad: str
    bad_soft: str
    demo: str
    on_demo: str


LIGHT = Theme(
    name="light",
    ground="#f1f4f6",
    surface="#ffffff",
    hover="#e9eff2",
    line="#d9e1e6",
    edge="#7a8b99",
    text="#14202a",
    quiet="#50606d",
    accent="#0b6670",
    accent_deep="#084e56",
    on_accent="#ffffff",
    accent_soft="#dceff0",
    good="#17653a",
    good_soft="#e1f2e7",
    warn="#7c4a03",
    warn_soft="#fdf0d5",
    bad="#a3231b",
    bad_soft="#fce8e6",
    demo="#f2a93b",
    on_demo="#3a2500",
)

DARK = Theme(
    name="dark",
    ground="#11171c",
    surface="#1a2229",
    hover="#243038",
    line="#2c3942",
    edge="#768997",
    text="#e9eff3",
    quiet="#a6b5c0",
    accent="#62c6cb",
    accent_deep="#8ad7da",
    on_accent="#06272a",
    accent_soft="#153b3f",
    good="#86d3a1",
    good_soft="#17362a",
    warn="#efbd68",
    warn_soft="#3a2e17",
    bad="#ff9d93",
    bad_soft="#452422",
    demo="#e59a2c",
    on_demo="#241600",
)

CONTRAST = Theme(
    name="contrast",
    ground="#000000",
    surface="#000000",
    hover="#262626",
    line="#8c8c8c",
    edge="#ffffff",
    text="#ffffff",
    quiet="#e0e0e0",
    accent="#ffe04d",
    accent_deep="#fff0a3",
    on_accent="#000000",
    accent_soft="#332d00",
    good="#7dff9f",
    good_soft="#00260c",
    warn="#ffd27a",
    warn_soft="#2b1d00",
    bad="#ffa8a0",
    bad_soft="#330500",
    demo="#ffb02e",
    on_demo="#000000",
)

THEMES = {theme.name: theme for theme in (LIGHT, DARK, CONTRAST)}

# What is read or operated on what: the pairs whose contrast is promised.
TEXT_ON = (
    *((ink, ground) for ink in ("text", "quiet", "accent", "good", "warn", "bad") for ground in ("ground", "surface")),
    *(("text", ground) for ground in ("hover", "accent_soft", "good_soft", "warn_soft", "bad_soft")),
    *(("quiet", ground) for ground in ("hover", "accent_soft")),
    *((ink, f"{ink}_soft") for ink in ("good", "warn", "bad")),
    ("accent", "hover"),
    ("accent_deep", "accent_soft"),
    ("on_accent", "accent"),
    ("on_accent", "accent_deep"),
    ("on_demo", "demo"),
)
EDGE_ON = (("edge", "surface"), ("edge", "ground"), ("accent", "surface"), ("accent", "ground"), ("demo", "on_demo"))

# Points at 100 %.
SIZES = {"tight": 7.5, "small": 9.0, "body": 10.5, "lead": 12.5, "heading": 15.0, "title": 20.0, "sum": 40.0}

GRID = 8
"""Pixels of one step: margins, gaps and heights are whole steps or a half."""

ORDINARY = 115
"""Percent of text size up to which letters are not large."""
WHOLE = (1024, 600)
"""Pixels of the smallest screen on which everything is whole."""
LARGEST = 150
"""Percent of text size up to which it is."""

TURN = 12
"""Milliseconds after which dressing lets the event loop have its turn."""

_now: tuple[Theme, int] = (LIGHT, 100)
_sheet = ""
_worn: WeakSet[QWidget] = WeakSet()


def current() -> Theme:
    """The theme that is on screen now."""
    return _now[0]


def text_percent() -> int:
    """How large the text is now, in percent of its usual size."""
    return _now[1]


def large() -> bool:
    """Whether letters are so large that what is said elsewhere too gives its room to what is not."""
    return _now[1] > ORDINARY


def points(size: str) -> float:
    """How many points a named size of `SIZES` has at the present text size."""
    return grown(size, _now[1])


def grown(size: str, percent: int) -> float:
    """How many points a named size has at a text size of `percent`.

    Running text and what is smaller grow in full. What is large already gains as many points as running text does:
    it is read anyway, and in full it would push the rest off the screen.
    """
    usual = SIZES[size]
    return usual + min(usual, SIZES["body"]) * (percent - 100) / 100


def fitting(percent: int, width: int, height: int) -> int:
    """The largest text size up to `percent` whose sums, keys and names stay whole on a screen of so many pixels.

    A screen of 1024×600 shows 150 % whole, which is the largest that is offered; a larger one shows as much more.
    """
    return min(percent, max(LARGEST, int(LARGEST * min(width / WHOLE[0], height / WHOLE[1]))))


def sheet(theme: Theme, percent: int) -> str:
    """The style sheet with every `@name` filled in; a name nobody declared is a KeyError."""
    names: dict[str, str] = dict(theme._asdict())
    names |= {f"size_{name}": f"{grown(name, percent):g}pt" for name in SIZES}
    # Black and white alone leave no third ink for what cannot be pressed now.
    names["off"] = "dashed" if theme.name == "contrast" else "solid"
    names["styles"] = resources.path("styles").as_posix()
    text = resources.path("styles/desk.qss").read_text(encoding="utf-8")
    return re.sub(r"@([a-z_]+)", lambda match: names[match[1]], text)


def palette(theme: Theme) -> QPalette:
    """What Fusion paints by itself: the indicators, menus and selections that the sheet leaves alone."""
    roles = QPalette.ColorRole
    colours = {
        roles.Window: theme.ground,
        roles.WindowText: theme.text,
        roles.Base: theme.surface,
        roles.AlternateBase: theme.hover,
        roles.Text: theme.text,
        roles.Button: theme.surface,
        roles.ButtonText: theme.text,
        roles.BrightText: theme.bad,
        roles.ToolTipBase: theme.text,
        roles.ToolTipText: theme.surface,
        roles.PlaceholderText: theme.quiet,
        roles.Highlight: theme.accent,
        roles.HighlightedText: theme.on_accent,
        roles.Accent: theme.accent,
        roles.Link: theme.accent,
        roles.LinkVisited: theme.accent,
        roles.Light: theme.surface,
        roles.Midlight: theme.line,
        roles.Mid: theme.edge,
        roles.Dark: theme.edge,
        roles.Shadow: theme.edge,
    }
    made = QPalette()
    for role, colour in colours.items():
        made.setColor(role, QColor(colour))
    for role in (roles.Text, roles.ButtonText, roles.WindowText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.quiet))
    return made


def apply(app: QApplication, theme: Theme, percent: int = 100) -> None:
    """Colours and letters of the whole app from now on; widgets that draw icons hear of it as a palette change.

    What is on screen changes at one blow, in the next turns of the event loop; what is not follows after it.
    """
    global _now, _sheet
    screen = app.primaryScreen().availableSize()
    percent = fitting(percent, screen.width(), screen.height())
    _now = (theme, percent)
    _sheet = sheet(theme, percent)
    app.setFont(fonts.screen_font(points("body")))
    app.setPalette(palette(theme))
    QToolTip.setPalette(palette(theme))
    _dressing.begin()


def dressing() -> bool:
    """Whether widgets are still to be dressed since the last `apply`."""
    return _dressing.goes_on()


def wear(part: QWidget) -> None:
    """Have `part`, with all that is or will be in it, look as the sheet says, now and after every change of it.

    Parts lie beside each other, never in each other, and wear it once they stand in their place: put there later, they
    would be dressed twice. One sheet for the app would be shorter, but Qt then dresses every
    widget anew in one go, a second and more in which no key is heard; a part takes a few milliseconds.
    """
    _worn.add(part)
    if own := _own(part):
        part.setStyleSheet(own)
    else:
        part.ensurePolished()


def lend(window: QWidget) -> None:
    """Give an empty window the sheet of the moment: its parts need none of their own, 0.4 MB each, while it is so."""
    window.setStyleSheet(_sheet)


def _own(part: QWidget) -> str:
    """The sheet that a part needs of its own: none where its window has the same."""
    window = part.window()
    return "" if window is not part and window.styleSheet() == _sheet else _sheet


class _Dressing(QObject):
    """Dresses the parts anew, a few in each turn of the event loop."""

    def __init__(self) -> None:
        super().__init__()
        self._left: list[QWidget] = []
        self._still: list[QWidget] = []
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._go_on)

    def begin(self) -> None:
        """All parts, those in sight first; with none in sight, at once."""
        parts = [part for part in _worn if isValid(part)]
        seen = [part for part in parts if part.isVisible()]
        self._left = [*seen, *(part for part in parts if part not in seen)]
        for window in {part.window() for part in seen} - set(self._still):
            # Half of a window in other colours would flicker.
            window.setUpdatesEnabled(False)
            self._still.append(window)
        self._seen = len(seen)
        if seen:
            self._turn.start()
        else:
            while self._left:
                self._dress()

    def goes_on(self) -> bool:
        """Whether another turn of the event loop is wanted."""
        return self._turn.isActive()

    def _go_on(self) -> None:
        clock = QElapsedTimer()
        clock.start()
        while self._left and clock.elapsed() < TURN:
            self._dress()
        if self._seen <= 0:
            for window in self._still:
                if isValid(window):
                    window.setUpdatesEnabled(True)
            self._still = []
        if not self._left:
            self._turn.stop()

    def _dress(self) -> None:
        part = self._left.pop(0)
        self._seen -= 1
        if isValid(part):
            # From none to a new one is much quicker than from one to another.
            part.setStyleSheet("")
            part.setStyleSheet(_own(part))


def set_role(widget: QWidget, role: str) -> None:
    """Say what `widget` is, also when it is already on screen."""
    if widget.property("role") == role:
        return
    widget.setProperty("role", role)
    restyle(widget)


def restyle(widget: QWidget) -> None:
    """Have the sheet look at `widget` again after one of its properties changed.

    A widget that was not dressed yet is left alone: dressing it before it stands in its place would be done twice.
    """
    from PySide6.QtCore import Qt

    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        style = widget.style()
        style.unpolish(widget)
        style.polish(widget)


_dressing = _Dressing()
