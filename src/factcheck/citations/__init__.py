"""What a brief cites: note markers, footnotes, URLs put together again, references, locators."""

from factcheck.citations.apparatus import find_citations

__all__ = ["find_citations"]
