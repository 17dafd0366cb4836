"""The signed list of who was there: a photo without its place, for the centre alone; links that are called back."""

from io import BytesIO

import pytest
from flask.testing import FlaskClient
from PIL import Image
from sqlalchemy import func, select

from crm.audit.models import AuditEntry
from crm.extensions import db
from crm.info_sessions.enums import SessionState
from crm.info_sessions.inviting import link_token, propose_times
from crm.info_sessions.models import InfoSession
from crm.stored_file import StoredFile
from tests import factories


def photo() -> bytes:
    exif = Image.Exif()
    exif.get_ifd(0x8825)[2] = (40.0, 0.5, 0.0)
    exif[0x010E] = "taken at the office"
    out = BytesIO()
    Image.new("RGB", (40, 30), "white").save(out, "JPEG", exif=exif)
    return out.getvalue()


@pytest.fixture
def held(staff: FlaskClient) -> InfoSession:
    made: InfoSession = factories.info_session(state=SessionState.HELD)
    db.session.commit()
    return made


def test_a_photo_is_kept_without_its_place_and_who_takes_it_is_noted(staff: FlaskClient, held: InfoSession) -> None:
    url = f"/info-sessions/{held.id}/sheet"
    for name in ("first.jpg", "second.jpg"):
        assert factories.post(staff, url, paper=(BytesIO(photo()), name)).status_code == 303
    assert db.session.scalar(select(func.count()).select_from(StoredFile)) == 1
    answer = staff.get(f"{url}/file")
    assert "second.jpg" in answer.headers["Content-Disposition"]
    with Image.open(BytesIO(answer.data)) as kept:
        assert not kept.getexif()
    taken = select(AuditEntry).where(AuditEntry.thing == "info_sessions", AuditEntry.action == "exported")
    assert db.session.scalars(taken).one().thing_id == held.id


def test_what_is_no_picture_is_refused_with_a_word(staff: FlaskClient, held: InfoSession) -> None:
    url = f"/info-sessions/{held.id}/sheet"
    assert factories.post(staff, url, paper=(BytesIO(b"<script>"), "a.jpg")).status_code == 422
    assert factories.post(staff, url).status_code == 422
    assert staff.get(f"{url}/file").status_code == 404


def test_another_centres_list_is_not_there(staff: FlaskClient) -> None:
    other = factories.info_session(factories.partner(centre=factories.centre("Neftçala")))
    db.session.commit()
    assert staff.get(f"/info-sessions/{other.id}/sheet").status_code == 404
    assert staff.get(f"/info-sessions/{other.id}/sheet/file").status_code == 404


def test_a_link_that_is_called_back_opens_nothing_and_the_new_one_does(staff: FlaskClient, client: FlaskClient) -> None:
    session = factories.info_session()
    invitation = propose_times(info_session=session, times=[session.starts_at])
    db.session.commit()
    old = link_token(invitation)
    assert client.get(f"/info-sessions/invitation/{old}").status_code == 200
    url = f"/info-sessions/{session.id}/invitation"
    assert factories.post(staff, f"{url}/call-back", form_at=url).status_code == 303
    db.session.expire_all()
    assert client.get(f"/info-sessions/invitation/{old}").status_code == 410
    assert client.get(f"/info-sessions/invitation/{link_token(invitation)}").status_code == 200
