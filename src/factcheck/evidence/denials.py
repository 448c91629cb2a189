"""Words that deny: of a figure in their clause, and of what follows them.

Each word is left alone where the next one makes it say something else, as in "not only" and "no longer".
"""

from __future__ import annotations

import re

_NOT = (
    r"(?:not|never|cannot|nobody|nothing|ничто|ничего|нічого|нічога|nic|nichts|rien|niemand|никто|ніхто|nikt|keiner|personne|"
    r"niekas|false|untrue|denied|denies|не|нет|никогда|ніколи|нікога|нельзя|ня|nie|nigdy|nicht|nie|niemals|"
    r"keine?[nmrs]?|pas|jamais|aucune?|nėra|nebuvo|nebėra|niekada)"
)
DENIAL = re.compile(
    rf"(?<![\w'’-])(?:{_NOT}|\w{{2,10}}n['’]t)(?![\w-])"
    r"(?!\s+(?:only|more|less|fewer|later|earlier|before|until|exceed\w*|just|even|least|"
    r"только|лишь|более|менее|больше|меньше|ранее|раньше|позднее|позже|превы\w+|только|лише|більше|менше|толькі|больш|менш|"
    r"tylko|więcej|mniej|później|wcześniej|przekracza\w*|nur|mehr|weniger|später|früher|zuletzt|seulement|plus|moins|daugiau|mažiau)\b)",
    re.IGNORECASE,
)
"""A word that denies what its clause says."""
NONE = re.compile(
    r"(?<![\w'’-])(?:none|no|not|never|nor|neither|ни одн\w+|ни один|нет|не|ні|ніводн\w+|жодн\w+|няма|ня|"
    r"żad\w+|nie|kein\w*|nicht|aucun\w*|pas|jamais|nė vien\w+|nėra)(?![\w-])"
    r"(?!\s+(?:only|just|more|less|longer|mehr|больше|только|лишь|tylko|nur|seulement|tik)\b)",
    re.IGNORECASE,
)
"""A word that denies of what follows it."""
UNTIL = re.compile(r"\b(?:until|till)\b", re.IGNORECASE)
"""What makes a denial say when: "will not become official until May".

English only: "bis Mai nicht", "не до мая" and their like deny that it was so by then.
"""
