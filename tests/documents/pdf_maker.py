"""Small real PDFs made by hand: text at given places and sizes in Helvetica, link annotations, page labels."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Text:
    """Words at a place: points from the lower left corner, size in points."""

    x: float
    y: float
    text: str
    size: float = 11


@dataclass(frozen=True)
class Link:
    """A link annotation over a rectangle."""

    left: float
    bottom: float
    right: float
    top: float
    url: str


def pdf(pages: list[list[Text | Link]], *, title: str = "", labels: str = "", language: str = "") -> bytes:
    """A PDF of `pages`; `labels` is the content of a /PageLabels number tree (``0 <</S /r>>``)."""
    objects: list[bytes] = [b""]  # the catalog comes last, once all is known
    objects.append(b"")
    objects.append(b"<</Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding>>")
    kids = []
    for page in pages:
        content = "".join(_shown(item) for item in page if isinstance(item, Text)).encode("cp1252")
        objects.append(b"<</Length %d>>\nstream\n%s\nendstream" % (len(content), content))
        stream = len(objects)
        annotations = []
        for item in page:
            if isinstance(item, Link):
                objects.append(
                    f"<</Type /Annot /Subtype /Link /Rect [{item.left} {item.bottom} {item.right} {item.top}] "
                    f"/A <</S /URI /URI ({item.url})>>>>".encode()
                )
                annotations.append(f"{len(objects)} 0 R")
        objects.append(
            f"<</Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources <</Font <</F 3 0 R>>>> "
            f"/Contents {stream} 0 R /Annots [{' '.join(annotations)}]>>".encode()
        )
        kids.append(f"{len(objects)} 0 R")
    extra = f"/PageLabels <</Nums [{labels}]>>" if labels else ""
    extra += f"/Lang ({language})" if language else ""
    objects[0] = f"<</Type /Catalog /Pages 2 0 R {extra}>>".encode()
    objects[1] = f"<</Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)}>>".encode()
    objects.append(f"<</Title ({title})>>".encode())
    return _file(objects)


def _shown(item: Text) -> str:
    escaped = item.text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"BT /F {item.size} Tf 1 0 0 1 {item.x} {item.y} Tm ({escaped}) Tj ET\n"


def _file(objects: list[bytes]) -> bytes:
    out = b"%PDF-1.7\n"
    offsets = []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    out += b"trailer\n<</Size %d /Root 1 0 R /Info %d 0 R>>\n" % (len(objects) + 1, len(objects))
    return out + b"startxref\n%d\n%%%%EOF\n" % start
