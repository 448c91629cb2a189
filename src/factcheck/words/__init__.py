"""Words compared within a language and across languages: folding, stems, a bilingual lexicon, what is common.

On the ground floor, since briefs are compared with pages (`evidence`) and with each other (`consistency`).
"""

from __future__ import annotations
