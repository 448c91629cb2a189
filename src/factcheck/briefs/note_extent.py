"""Which lines belong to notes that begin in known lines: to a note's end, and beyond the column that cut it off."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.briefs.layout import URL_START, ends_in_url, ends_sentence
from factcheck.briefs.line_kinds import BULLET
from factcheck.briefs.note_parting import part_lines
from factcheck.briefs.url_rest import is_url_rest
from factcheck.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.briefs.lines import Line, Setting
    from factcheck.briefs.note_chain import NoteStart

_URL_LINES = 12
_URL_BREAKS = "-/.?=&_%#"  # where printers break a URL
_DOI_REST = regex(r"\d[\d.]*\d(?=[,;.\s]|$)")


@dataclass(eq=False, repr=False)
class Note:
    """A note and the numbers of its lines, the first with its label."""

    start: NoteStart
    lines: list[int] = field(default_factory=list)


def gather_notes(
    lines: Sequence[Line], setting: Setting, starts: Sequence[NoteStart], excluded: set[int], section: int | None
) -> list[Note]:
    """The notes with all their lines; `excluded` lines belong to none, `section` is where an endnote section begins."""
    gatherer = _Gatherer(lines, setting, starts, excluded)
    if not setting.wrapped or (section is not None and starts and starts[0].line > section):
        gatherer.gather_section(to_end=section is not None)
    elif setting.runs:
        gatherer.gather_tight_runs()
    else:
        gatherer.gather_parted(part_lines(lines, set(gatherer.starts), excluded, usual_gap=int(setting.spaced)))
    return gatherer.notes


class _Gatherer:
    def __init__(
        self, lines: Sequence[Line], setting: Setting, starts: Sequence[NoteStart], excluded: set[int]
    ) -> None:
        self.lines, self.setting, self.excluded = lines, setting, excluded
        self.starts = {start.line: start for start in starts}
        self.notes: list[Note] = []

    # --- endnotes, and texts with a paragraph to a line ------------------------------------------------------------

    def gather_section(self, *, to_end: bool) -> None:
        """Every line from one label to the next; without a section, only lines that go on with the note."""
        last_of_list = self._last_before_restart()
        for n in range(min(self.starts, default=0), len(self.lines)):
            if n in self.excluded:
                continue
            if n in self.starts:
                self._begin(n)
            elif self.notes and self.notes[-1].lines[-1] == n - 1:
                in_list = to_end and self.notes[-1].start.line not in last_of_list
                self.notes[-1].lines.extend([n] if in_list or self._goes_on(n) else [])

    def _last_before_restart(self) -> set[int]:
        """The starts after which a list of notes begins anew: a chapter stands between."""
        ordered = sorted(self.starts.values(), key=lambda start: start.line)
        return {
            before.line
            for before, after in pairwise(ordered)
            if before.label.isdecimal() and after.label.isdecimal() and after.number <= before.number
        }

    def _goes_on(self, n: int) -> bool:
        last, line = self.lines[n - 1].text, self.lines[n]
        if URL_START.match(line.text):
            return True
        if ends_in_url(last):
            return line.gap == 0 and (last[-1] in _URL_BREAKS or is_url_rest(line.text))
        # A lone word with marks of a URL in it may be the end of a DOI, too.
        return not ends_sentence(last) or (line.gap == 0 and last[-1] == "." and _DOI_REST.match(line.text) is not None)

    # --- lines set apart by empty lines, those of a note set tight ---------------------------------------------------

    def gather_tight_runs(self) -> None:
        """Lines without an empty line between them are notes; what stands before a label goes on with the last."""
        for run in self._runs():
            labels = [n for n in run if n in self.starts]
            head = run[: run.index(labels[0])] if labels else run
            if head and self.notes and (labels or self._continues(head)):
                self.notes[-1].lines.extend(head)
            for n in run[len(head) :]:
                if n in self.starts:
                    self._begin(n)
                else:
                    self.notes[-1].lines.append(n)

    def _runs(self) -> list[list[int]]:
        runs: list[list[int]] = []
        for n, line in enumerate(self.lines):
            if n in self.excluded:
                continue
            # A page that begins without an empty line before it leaves only a blank at the line's beginning.
            new_page = line.lead > 0 and n not in self.starts and not self.setting.indents
            tight = bool(runs) and runs[-1][-1] == n - 1 and line.gap == 0 and not new_page
            if tight:
                runs[-1].append(n)
            else:
                runs.append([n])
        return runs

    def _continues(self, run: Sequence[int]) -> bool:
        """Whether a run without a label goes on with the last note."""
        first = self.lines[run[0]]
        if not (len(run) > 1 and first.lead == 0) and not is_url_rest(first.text):
            return False
        return BULLET.match(first.text) is None and self._is_cut(self.notes[-1])

    def _is_cut(self, note: Note) -> bool:
        """Whether a note cannot be over where its last line ends."""
        line = self.lines[note.lines[-1]]
        if line.hyphenated or (self.setting.trails and not line.trailed):
            return True
        return not (ends_sentence(line.text) or self._ends_in_url(note))

    def _ends_in_url(self, note: Note) -> bool:
        """Whether the last word of a note is a URL, broken over its last lines or not."""
        tail = ""
        for n in reversed(note.lines[-_URL_LINES:]):
            line = self.lines[n]
            text = line.text[note.start.skip :] if n == note.start.line else line.text
            whole = line.trailed if self.setting.trails else not line.hyphenated and not is_url_rest(tail or "x")
            tail = text + (" " if whole else "") + tail
            if ends_in_url(tail):
                return True
            if " " in tail.strip():
                return False
        return False

    # --- nothing between the lines -----------------------------------------------------------------------------------

    def gather_parted(self, note_lines: Sequence[int]) -> None:
        """Lines that are known to be notes' lines, each to the last note that began."""
        for n in note_lines:
            if n in self.starts:
                self._begin(n)
            elif self.notes:
                self.notes[-1].lines.append(n)

    def _begin(self, n: int) -> None:
        self.notes.append(Note(self.starts[n], [n]))
