"""Papers people send: looked at by their content, bounded, kept in the database with everything else.

So they are never in a folder the web server shows, are part of every backup, and go when their record goes. A picture
is drawn anew: what a phone writes into it, the place it was taken above all, is not kept."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

from flask import Response, make_response

from crm.audit.enums import Action
from crm.audit.operations import note_look
from crm.extensions import db
from crm.forms import one_line
from crm.i18n import _
from crm.stored_file import StoredFile

#: Bytes; a phone's photo or a scan of some pages.
LARGEST = 8 * 1024 * 1024
#: Points of a picture; more is no photo of a paper.
MOST_POINTS = 60_000_000
#: The longer side a picture keeps, enough to read small print.
LONGEST_SIDE = 3000
PDF, JPEG, PNG = "application/pdf", "image/jpeg", "image/png"
#: What a form lets a person choose.
ACCEPT = ".pdf,.jpg,.jpeg,.png"
ENDINGS = {PDF: ".pdf", JPEG: ".jpg", PNG: ".png"}


class NotAccepted(ValueError):
    """The file is no paper we keep; the text says why, to the person who sent it."""


def keep(*, sent: Any, centre_id: int, pictures_only: bool = False) -> StoredFile:
    """Keeps an uploaded file (werkzeug's FileStorage). Raises NotAccepted."""
    content = sent.read(LARGEST + 1)
    sent.close()
    if not content:
        raise NotAccepted(_("The file is empty."))
    if len(content) > LARGEST:
        raise NotAccepted(_("The file is too large: at most %(size)s MB, please.", size=LARGEST // 1024 // 1024))
    media_type = _kind_of(content)
    if media_type is None or (pictures_only and media_type == PDF):
        raise NotAccepted(
            _("Please send a photo (JPEG or PNG).") if pictures_only else _("Please send a PDF or a photo.")
        )
    if media_type != PDF:
        content = _drawn_anew(content, media_type)
    stem = (one_line(sent.filename) or "").replace("/", " ").replace("\\", " ").rpartition(".")[0] or "file"
    name = f"{stem[:150].strip()}{ENDINGS[media_type]}"
    stored = StoredFile(centre_id=centre_id, name=name, media_type=media_type, size=len(content), content=content)
    db.session.add(stored)
    db.session.flush()
    return stored


def accepted(form: Any, keeping: Callable[[], object]) -> bool:
    """Keeps what came with a form; where its file is not accepted, says why beside the field `paper`."""
    try:
        keeping()
    except NotAccepted as wrong:
        form.paper.errors = [str(wrong)]
        return False
    return True


def answer(stored: StoredFile, of: Any) -> Response:
    """The paper to take along; who took it is noted at the record it belongs to."""
    note_look(of, Action.EXPORTED, file=stored.name)
    response = make_response(stored.content)
    response.mimetype = stored.media_type
    response.headers.set("Content-Disposition", "attachment", filename=stored.name)
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response.headers["Cache-Control"] = "no-store"
    return response


def _kind_of(content: bytes) -> str | None:
    """By the content itself; what the browser or the name says counts for nothing."""
    if content.startswith(b"%PDF-") and b"%%EOF" in content[-2048:]:
        return PDF
    if content.startswith(b"\xff\xd8\xff"):
        return JPEG
    return PNG if content.startswith(b"\x89PNG\r\n\x1a\n") else None


def _drawn_anew(content: bytes, media_type: str) -> bytes:
    """The picture upright, not larger than needed, without anything written into it beside the points."""
    from PIL import Image, ImageOps

    try:
        with Image.open(BytesIO(content), formats=["JPEG", "PNG"]) as opened:
            if opened.width * opened.height > MOST_POINTS:
                raise NotAccepted(_("The picture is too large. A smaller photo is enough."))
            upright = ImageOps.exif_transpose(opened)
            upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
            plain = Image.new("RGB", upright.size, "white")
            plain.paste(upright, mask=upright.getchannel("A") if upright.mode in ("RGBA", "LA") else None)
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as wrong:
        if isinstance(wrong, NotAccepted):
            raise
        raise NotAccepted(_("The picture cannot be opened. Please take it again.")) from wrong
    out = BytesIO()
    plain.save(out, "JPEG" if media_type == JPEG else "PNG", quality=85)
    return out.getvalue()
