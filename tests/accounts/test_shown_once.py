"""A password or PIN is shown once: who sends its form twice, without scripts, lands where a new one can be made."""

import re
import uuid

import pytest
from flask.testing import FlaskClient

from crm.extensions import db
from tests import factories

SHOWN = {"member": r'class="h2 num">[0-9]{6}<', "partner": r"[a-z2-9]{4}(?:-[a-z2-9]{4}){3}"}


@pytest.mark.parametrize("who", ["member", "partner"])
def test_form_sent_twice_leads_to_the_page_with_a_new_password(staff: FlaskClient, who: str) -> None:
    record = factories.member() if who == "member" else factories.partner()
    db.session.commit()
    url = f"/{who}s/{record.id}/access"
    token = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', staff.get(url).text)
    assert token
    typed = {"way": "card", "name": "Elçin", "login": "elcin@example.com"}
    form = {"csrf_token": token.group(1), "client_key": uuid.uuid4().hex, **typed}
    assert re.search(SHOWN[who], staff.post(url, data=form).text)
    second = staff.post(url, data=form, follow_redirects=True)
    assert (second.status_code, second.request.path) == (200, url)
    assert not re.search(SHOWN[who], second.text)
    assert f'action="{url}' in second.text
