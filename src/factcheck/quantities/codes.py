"""Digits that identify: DOIs, phones, accounts, norms, laws, aircraft, house numbers, postcodes, versions."""

from __future__ import annotations

import re

from factcheck.quantities.dates import is_year
from factcheck.quantities.tokens import NUMBER, WORD, Tokens

_CODE_DIGITS = 9
_PHONE_SIGNS = frozenset("-‑(")
_HYPHENS = frozenset("-‑")
_GROUP = 4  # digits of a group of an account number
_LEAST_GROUPS = 3
_MOST_GROUPS = 8
_POSTCODE = frozenset({5, 6})
_STREET_NEAR = 9
_NUMBER_OF_STREET = 4
# What is numbered by a body of norms or a maker, in every language; written with a capital or in capitals.
_NUMBERED = frozenset(
    """iso iec din rfc astm ansi гост gost stanag boeing airbus embraer windows android iphone боинг боинга боинги
    боинге боинги боїнг боїнга боінг боінга аэробус аеробус аэрбус bombardier opel""".split()
)
_ACCOUNTS = frozenset(
    """iban bic swift siret siren nip regon krs pesel инн огрн кпп унп окпо єдрпоу едрпоу lei vat ust-idnr kvk pin
    isin""".split()
)
_PHONES = frozenset("tel phone telephone fax telefon téléphone tél faks тел телефон факс тэл тэлефон моб".split())
_DEGREES = re.compile(r"\d{1,3}\.\d{4,}$")
STREETS = frozenset(
    """street road avenue lane square boulevard drive rue quai impasse chemin allée ul ulica ulicy aleja al ул улица
    вул вулиця вуліца пр просп проспект проспекте пл площадь улице улицу улицы площади вулиці вулицю вуліцы
    вуліцу gatvė g pr""".split()
)
STREET_ENDINGS = ("straße", "strasse", "gasse", "allee")
STREET_AFTER = frozenset("street road avenue lane boulevard drive".split())
_RUE = frozenset("rue boulevard quai impasse".split())
_AGAIN = frozenset({"bis", "ter", "quater"})
_ADDRESSES = frozenset("г ул м вул просп ул обл m lok кв корп".split())

ADDRESS_AFTER = _RUE | _ADDRESSES
NAMING_BEFORE = _NUMBERED | _ACCOUNTS | _PHONES
NAMING_AFTER = _RUE | _AGAIN | {"m", "м", "lok", "кв", "корп"}
"""Words beside digits by which these rules go; the others go by signs, capitals and endings."""


def code(t: Tokens, i: int) -> tuple[str, int] | None:
    """DOIs, e-mail addresses, phones, ISBNs, versions, laws, accounts, addresses; and the token after."""
    before, after = t.words[i - 1], t.words[i + 1]
    if (t.glued[i + 1] and after == "@") or (t.glued[i] and before == "@"):
        return "address", i + 1
    if before in _NUMBERED and t.near[i] and t.written(i - 1)[0].isupper():
        return "designation", i + 1
    if before in _ACCOUNTS or (before in {":", "."} and t.words[i - 2] in _ACCOUNTS):
        return "account number", _numbers_end(t, i)
    if before in _PHONES or (before in {".", ":"} and t.words[i - 2] in _PHONES):
        return "phone number", _groups_end(t, i)
    return _written_code(t, i)


def _written_code(t: Tokens, i: int) -> tuple[str, int] | None:
    """What its digits and signs alone show to be a code."""
    if (t.words[i][0] == "0" or t.kinds[i + 1] == NUMBER) and (end := _dialled(t, i)):
        return "phone number", end
    if t.words[i].count(".") >= 2 and not _groups(t.words[i]):
        return "version", i + 1
    return _joined(t, i) or _phone(t, i) or _account(t, i)


def _joined(t: Tokens, i: int) -> tuple[str, int] | None:
    """Numbers joined by a sign: laws by a slash, formats of talks by a plus (*5+2*), a latitude and its longitude."""
    after = t.words[i + 1]
    if t.kinds[i + 2] != NUMBER or not t.glued[i + 1]:
        return _slashed(t, i) if after == "/" and t.glued[i + 1] else None
    if after == "/":
        return _slashed(t, i)
    if after == "+" and t.glued[i + 2]:
        return "name", i + 3
    if after == "," and _DEGREES.match(t.words[i]) and _DEGREES.match(t.words[i + 2]):
        return "coordinates", i + 3
    return None


def address(t: Tokens, i: int) -> tuple[str, int] | None:
    """House numbers and postcodes, and numbers that begin with a zero."""
    word = t.words[i]
    if not word.isdecimal():
        return None
    if word[0] == "0" and len(word) > 1 and (not t.glued[i] or t.words[i - 1] == "("):
        chained = t.words[i + 1] in _HYPHENS and t.glued[i + 1] and t.kinds[i + 2] == NUMBER
        if chained or len(word) > _GROUP:
            return "code", _numbers_end(t, i)
    if len(word) in _POSTCODE and _postcode(t, i):
        return "postcode", i + 1
    return ("address", i + 1) if len(word) <= _NUMBER_OF_STREET and _house(t, i) else None


def _house(t: Tokens, i: int) -> bool:
    before, after = t.words[i - 1], t.words[i + 1]
    again = after in _AGAIN and t.words[i + 2] in {",", *_RUE}  # 14 bis, rue du Moulin
    if before.endswith(STREET_ENDINGS) or again or after in _RUE or (after == "," and t.words[i + 2] in _RUE):
        return True
    if after == "," and t.kinds[i + 2] == NUMBER and _postcode(t, i + 2) and len(t.words[i + 2]) in _POSTCODE:
        return True
    if (
        after in _ADDRESSES
        and t.kinds[i - 1] == WORD
        and t.words[i + 2] == "."
        and any(word in STREETS for word in t.words[max(0, i - 4) : i - 1])
    ):
        return True  # ul. Długiej 21 m. 3
    if before == "," and t.kinds[i - 2] == WORD and any(word in STREETS for word in t.words[max(0, i - 5) : i - 2]):
        return True
    if t.kinds[i + 1] != WORD or not t.written(i + 1)[0].isupper():
        return False
    return any(t.words[at] in STREET_AFTER and t.written(at)[0].isupper() for at in range(i + 2, min(i + 5, t.size)))


def _postcode(t: Tokens, i: int) -> bool:
    if t.words[i + 1] == "," and t.words[i + 2] in _ADDRESSES:
        return True
    if t.kinds[i + 1] != WORD or not t.written(i + 1)[0].isupper():
        return False
    if t.words[i - 1] == "," and t.kinds[i - 2] == NUMBER and len(t.words[i - 2]) < _NUMBER_OF_STREET:
        return t.kinds[i + 2] != WORD
    return any(word in STREETS or word.endswith(STREET_ENDINGS) for word in t.words[max(0, i - _STREET_NEAR) : i])


def _slashed(t: Tokens, i: int) -> tuple[str, int] | None:
    """``10.1000/182``, ``2014/65/EU``, ``2016/679``, ``1215/2012``."""
    word = t.words[i]
    if word.startswith("10.") and len(word) >= 7:
        return "identifier", _run_end(t, i)
    if not (t.glued[i + 2] and t.kinds[i + 2] == NUMBER and word.isdecimal()):
        return None
    last = t.words[i + 2]
    if t.words[i + 3] == "/" and t.glued[i + 3] and t.glued[i + 4] and t.kinds[i + 4] == WORD:
        suffix = t.words[i + 4]
        return ("law number", i + 5) if len(suffix) <= _GROUP and suffix.isalpha() and _law(word, last) else None
    if not last.isdecimal():
        return None
    if (len(word) <= 2 and len(last) >= _GROUP and not is_year(last)) or (
        len(word) >= 3 and len(last) == 2 and not is_year(word)
    ):
        return "reference", i + 3  # printed matter 20/1234, case 123/20
    numbered = is_year(word) and len(last) in {3, 4} and (not is_year(last) or int(last) < int(word))
    return ("law number", i + 3) if numbered or (is_year(last) and len(word) in {3, 4} and not is_year(word)) else None


def _law(first: str, second: str) -> bool:
    return is_year(first) or is_year(second) or len(first) == 2


def _run_end(t: Tokens, i: int) -> int:
    """The end of the tokens glued to `i`, at most forty."""
    end = i + 1
    while end < t.size and end - i < 40 and t.glued[end]:
        end += 1
    return end


def _numbers_end(t: Tokens, i: int) -> int:
    """Past the numbers, hyphens and slashes that follow."""
    end = i + 1
    while end - i < 24 and (
        (t.kinds[end] == NUMBER and (t.near[end] or t.glued[end]))
        or (t.words[end] in {"-", "‑", "/"} and t.glued[end] and t.glued[end + 1] and t.kinds[end + 1] == NUMBER)
    ):
        end += 1
    return end


def _groups_end(t: Tokens, i: int) -> int:
    """Past the groups of digits of a phone number, however they are joined."""
    end = i + 1
    while end - i < 16 and (
        (t.kinds[end] == NUMBER and t.near[end])
        or (t.words[end] in {"-", "‑", "–", "/", "(", ")"} and t.kinds[end + 1] == NUMBER)
    ):
        end += 1
    return end


def _dialled(t: Tokens, i: int) -> int | None:
    """``0800 555 0199``, ``22 555 01 99``: short groups of digits in a row, of which one begins with a zero."""
    end = i
    groups: list[str] = []
    while end - i < _MOST_GROUPS and t.kinds[end] == NUMBER and (end == i or t.starts[end] - t.ends[end - 1] == 1):
        groups += t.words[end].split()
        end += 1
    if not all(group.isdecimal() and len(group) <= _GROUP for group in groups):
        return None
    if "\n" in t.text[t.starts[i] : t.ends[end - 1]]:
        return None
    if groups[0][0] == "0":
        return end if len(groups) >= (2 if len(groups[0]) >= _GROUP else _LEAST_GROUPS) else None
    zero = any(len(group) > 1 and group[0] == "0" and group.strip("0") for group in groups)
    return end if zero and len(groups) > _LEAST_GROUPS else None


def _account(t: Tokens, i: int) -> tuple[str, int] | None:
    """``6016 1331 9268 19``: at least three groups of four digits that are not all years."""
    if len(t.words[i]) != _GROUP or len(t.words[i + 1]) != _GROUP or t.kinds[i + 1] != NUMBER:
        return None
    end = i
    while end - i < 12 and len(t.words[end]) == _GROUP and t.words[end].isdecimal() and (end == i or t.near[end]):
        end += 1
    if end - i < _LEAST_GROUPS or all(is_year(word) for word in t.words[i:end]):
        return None
    return "account number", end + (t.kinds[end] == NUMBER and len(t.words[end]) < _GROUP)


def _groups(word: str) -> bool:
    head, *rest = word.split(",", maxsplit=1)[0].split(".")
    return len(head) <= 3 and all(len(part) == 3 for part in rest)


def _phone(t: Tokens, i: int) -> tuple[str, int] | None:
    """Chains of digit groups joined by single hyphens, blanks and brackets: phones, ISBNs, account numbers."""
    if t.words[i + 1] not in _PHONE_SIGNS and t.words[i - 1] != "+":
        return None
    end, digits, hyphens = i + 1, len(t.words[i]), 0
    plus = t.words[i - 1] == "+" and t.glued[i]
    while end - i < 24 and end < t.size:
        if t.kinds[end] == NUMBER and t.words[end].replace(" ", "").isdecimal():
            digits += len(t.words[end].replace(" ", ""))
        elif t.words[end] in _HYPHENS and t.glued[end] and t.glued[end + 1] and t.kinds[end + 1] == NUMBER:
            hyphens += 1
        elif not (
            (t.words[end] in {"(", ")"} and (plus or hyphens))
            or (t.words[end] == "(" and t.kinds[end + 1] == NUMBER and t.words[end + 2] == ")" and plus)
        ):
            break
        end += 1
    if plus and digits >= _CODE_DIGITS:
        return "phone number", end
    if hyphens >= 2:
        return "code", end
    return None
