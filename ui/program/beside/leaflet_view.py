"""The leaflet beside the form: its sentences as they are typed, what is new in them marked, and what changes."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTextBrowser, QVBoxLayout

from ui import fonts, theme
from ui.program.beside.presenter import BesideState
from ui.program.beside.shown import Shown
from ui.widgets.spoken import SpokenWidget

_SIGNS = {"better": ("▲", "good"), "worse": ("▼", "bad"), "neutral": ("•", "quiet")}


class LeafletView(SpokenWidget):
    """Text to read; a sentence the version in force does not say is marked by a sign and a word."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: Shown | None = None
        self._valid = True
        self.text = QTextBrowser()
        self.text.setOpenLinks(False)
        self.text.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.text.setTabChangesFocus(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.text)
        self.setFocusProxy(self.text)
        self.spoken(self.text.setAccessibleName, lambda: self.tr("What the leaflet will say"))
        self.drawn(self._write)

    def show_state(self, state: BesideState) -> None:
        """Write the sentences of the document, or of how it was before its mistakes."""
        valid = state.shown.valid or state.shown is state.last
        if state.last is not self._shown or valid != self._valid:
            self._shown, self._valid = state.last, valid
            self._write()

    def retell(self) -> None:
        """Say again what depends on the state."""
        self._write()

    def _write(self) -> None:
        look, bar = theme.current(), self.text.verticalScrollBar()
        place = bar.value()
        self.text.setFont(fonts.screen_font(theme.points("body")))
        parts = [f"<div style='color:{look.text}'>"]
        if not self._valid:
            words = self.tr("Something cannot be read just now: this is the leaflet as it was before.")
            parts.append(f"<p style='color:{look.warn}'>⚠ {escape(words)}</p>")
        if self._shown is not None:
            parts += self._told(self._shown)
        self.text.setHtml("".join((*parts, "</div>")))
        bar.setValue(place)

    def _told(self, shown: Shown) -> list[str]:
        look, parts = theme.current(), []
        if shown.changes:
            parts.append(self._heading(self.tr("What changes against the version in force")))
            for change in shown.changes:
                sign, token = _SIGNS[change.kind]
                said = {"better": self.tr("better"), "worse": self.tr("worse"), "neutral": ""}[change.kind]
                colour = getattr(look, token)
                mark = f"<span style='color:{colour}'><b>{sign} {escape(said)}</b></span> "
                parts.append(f"<p style='margin:2px 0 4px 0'>{mark}{escape(change.words)}</p>")
        for part in shown.leaflet:
            parts.append(self._heading(part.heading))
            for promise in part.promises:
                new = f"<b style='color:{look.accent}'>✱ {escape(self.tr('new'))}</b> " if promise.fresh else "– "
                parts.append(f"<p style='margin:2px 0 4px 0'>{new}{escape(promise.words)}</p>")
        return parts

    def _heading(self, words: str) -> str:
        return f"<p style='margin:8px 0 2px 0; color:{theme.current().quiet}'><b>{escape(words)}</b></p>"
