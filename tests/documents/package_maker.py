"""Small office files made by hand: ZIP archives of the XML that a test writes."""

from __future__ import annotations

import io
import zipfile

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
ODF = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{full}:1.0"'
    for name, full in (
        ("office", "office"),
        ("text", "text"),
        ("table", "table"),
        ("style", "style"),
        ("draw", "drawing"),
        ("fo", "xsl-fo-compatible"),
    )
)


def zipped(parts):
    """A ZIP archive of name → text or bytes, the first one stored as it is."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for index, (name, content) in enumerate(parts.items()):
            archive.writestr(name, content, zipfile.ZIP_DEFLATED if index else zipfile.ZIP_STORED)
    return target.getvalue()


def run(text, properties=""):
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*inside, properties=""):
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(i if i.startswith('<') else run(i) for i in inside)}</w:p>"


def footnote(number, kind="footnote"):
    return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'


def docx(*body, notes=None, endnotes=None, links=None, styles="", settings="", doctype="", **more):
    """A Word file: `body` paragraphs, `notes` id → XML, `links` relationship id → target."""
    kinds = {"styles": styles, "settings": settings, "footnotes": notes, "endnotes": endnotes}
    related = "".join(
        f'<Relationship Id="k{kind}" Type="{OFFICE}/{kind}" Target="{kind}.xml"/>'
        for kind, given in kinds.items()
        if given
    )
    related += "".join(
        f'<Relationship Id="{key}" Type="{OFFICE}/hyperlink" Target="{url}" TargetMode="External"/>'
        for key, url in (links or {}).items()
    )
    parts = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": f'<Relationships xmlns="{RELATIONSHIPS}"><Relationship Id="r" Type="{OFFICE}/officeDocument" '
        'Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{RELATIONSHIPS}">{related}</Relationships>',
        "word/document.xml": f"{doctype}<w:document {W} {R} {MC}><w:body>{''.join(body)}</w:body></w:document>",
        "word/styles.xml": f"<w:styles {W}>{styles}</w:styles>",
        "word/settings.xml": f"<w:settings {W}>{settings}</w:settings>",
    }
    for kind, given in (("footnote", notes), ("endnote", endnotes)):
        inside = "".join(f'<w:{kind} w:id="{key}">{text}</w:{kind}>' for key, text in (given or {}).items())
        parts[f"word/{kind}s.xml"] = f"<w:{kind}s {W} {R}>{inside}</w:{kind}s>"
    return zipped(parts | more)


def odt(*body, styles="", **more):
    """An OpenDocument text."""
    content = (
        f"<office:document-content {ODF} xmlns:xlink='http://www.w3.org/1999/xlink'><office:automatic-styles>{styles}"
        f"</office:automatic-styles><office:body><office:text>{''.join(body)}</office:text></office:body>"
        "</office:document-content>"
    )
    return zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content} | more)


def epub(*chapters, encryption=""):
    """An EPUB of XHTML bodies."""
    items = "".join(
        f'<item id="c{n}" href="text/c{n}.xhtml" media-type="application/xhtml+xml"/>' for n in range(len(chapters))
    )
    spine = "".join(f'<itemref idref="c{n}"/>' for n in range(len(chapters)))
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>'
        f"A book</dc:title><dc:language>en-GB</dc:language></metadata><manifest>{items}</manifest>"
        f"<spine>{spine}</spine>"
        "</package>"
    )
    container = (
        '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
        '<rootfile full-path="book/package.opf"/></rootfiles></container>'
    )
    parts = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": container,
        "book/package.opf": package,
        **{f"book/text/c{n}.xhtml": f"<html><body>{body}</body></html>" for n, body in enumerate(chapters)},
    }
    if encryption:
        parts["META-INF/encryption.xml"] = f'<encryption><CipherReference URI="{encryption}"/></encryption>'
    return zipped(parts)
