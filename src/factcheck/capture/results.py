"""What came of each URL of a run; of a run with many thousands, most of it lies outside the memory."""

from __future__ import annotations

import os
import pickle
import tempfile
from collections.abc import MutableMapping
from typing import TYPE_CHECKING

from factcheck.model import Capture, CaptureFailure

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from io import FileIO

Outcome = Capture | CaptureFailure
_IN_MEMORY = 2000
# A place is one number, offset and length in bytes: a pair would take three times the memory.
_LONGEST = 1 << 24


class Results(MutableMapping[str, Outcome]):
    """Outcomes by URL, in the order of the URLs, whichever came first.

    Those beyond the first two thousand are kept in a file without a name, which no other program can reach and which is
    gone with this object; where none can be written, in memory.
    """

    def __init__(self, urls: Sequence[str]) -> None:
        """Holds nothing yet."""
        self._places: dict[str, Outcome | int | None] = dict.fromkeys(urls)
        self._kept = self._held = 0
        self._file: FileIO | None = None

    def __getitem__(self, url: str) -> Outcome:
        """The outcome of a URL that has one."""
        place = self._places[url]
        if place is None:
            raise KeyError(url)
        if not isinstance(place, int) or self._file is None:
            return place  # type: ignore[return-value]  # an int is a place in the file, and there is one
        offset, length = divmod(place, _LONGEST)
        self._file.seek(offset)
        outcome: Outcome = pickle.loads(self._file.read(length))  # noqa: S301 - written by this same object
        return outcome

    def __setitem__(self, url: str, outcome: Outcome) -> None:
        """Keeps an outcome, instead of an earlier one."""
        before = self._places.get(url)
        self._held += before is None
        if before is None or isinstance(before, int):
            self._places[url] = self._spilled(outcome) if self._kept >= _IN_MEMORY else outcome
            self._kept += self._kept < _IN_MEMORY
        else:
            self._places[url] = outcome

    def _spilled(self, outcome: Outcome) -> Outcome | int:
        try:
            if self._file is None:
                self._file = tempfile.TemporaryFile(buffering=0)  # noqa: SIM115 - goes with this object
            data = pickle.dumps(outcome, protocol=5)
            offset = self._file.seek(0, os.SEEK_END)
            written = len(data) < _LONGEST and self._file.write(data) == len(data)
        except OSError:
            return outcome
        return offset * _LONGEST + len(data) if written else outcome

    def __del__(self) -> None:
        """Lets the file go."""
        if self._file is not None:
            self._file.close()

    def __delitem__(self, url: str) -> None:
        """Forgets an outcome."""
        self._held -= self._places.pop(url) is not None

    def __contains__(self, url: object) -> bool:
        """Whether there is an outcome."""
        return self._places.get(url) is not None  # type: ignore[call-overload]  # what is no string is no key

    def __iter__(self) -> Iterator[str]:
        """The URLs that have an outcome."""
        return (url for url, place in self._places.items() if place is not None)

    def __len__(self) -> int:
        """How many there are."""
        return self._held
