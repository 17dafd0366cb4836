"""“Women near you”: what an owner may keep. Nobody is told from it, whatever is taken from whatever."""

from collections import Counter
from typing import Any

import pytest
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st

from crm.extensions import db
from crm.forms import today
from crm.members.enums import Availability, ConsentManner, Purpose, Seeking, Transport
from crm.members.models import Consent
from crm.partners.models import Partner
from crm.partners.women_near import LEAST, parted, skills_told, women_near
from tests import factories
from tests.counting import queries


@pytest.fixture
def partner(staff: FlaskClient) -> Partner:
    made = factories.partner("Muğan Balıq", settlement=factories.settlement())
    factories.contact(made, "Elçin Məmmədov", language="ru", decides=True)
    db.session.commit()
    return made


def women(number: int, **more: Any) -> None:
    for _one in range(number):
        factories.member("Gizli", "Adsızova", settlement=factories.settlement(), phone="+994 50 765 43 21", **more)
    db.session.commit()


def test_the_page_tells_numbers_and_nobody(staff: FlaskClient, partner: Partner) -> None:
    women(7, availability=Availability.FULL, transport=Transport.BUS, skills=("sewing",))
    women(6, availability=Availability.PART, transport=Transport.NONE)
    page = staff.get(f"/partners/{partner.id}/women-near?in=en")
    assert page.status_code == 200
    assert "About 10 women who live within reach" in page.text
    assert "about 5 women have no transport" in page.text
    assert "rounded down to fives" in page.text
    assert "Full time" in page.text
    assert "Sewing" in page.text
    for hers in ("Gizli", "Adsızova", "765 43 21"):
        assert hers not in page.text


def test_small_groups_are_put_together(partner: Partner) -> None:
    women(8, availability=Availability.FULL)
    women(6, availability=Availability.PART)
    women(2, availability=Availability.HOME, skills=("sewing",))
    near = women_near(partner)
    assert near.women == 15
    assert (near.hours.shown, near.hours.other) == (((Availability.FULL, 5),), 5)
    assert near.skills == ()


def test_four_women_are_no_number(staff: FlaskClient, partner: Partner) -> None:
    women(4, availability=Availability.FULL, skills=("sewing",))
    assert women_near(partner).women is None
    assert "Full time" not in staff.get(f"/partners/{partner.id}/women-near?in=en").text


def test_who_took_her_consent_back_or_seeks_no_work_is_not_counted(partner: Partner) -> None:
    women(9)
    women(1, seeking=Seeking.BUSINESS)
    for purpose in (Purpose.SERVICES, Purpose.REPORTS):
        she = factories.member("Vaz", "Keçən", agrees_to=(), settlement=factories.settlement())
        factories.save(
            Consent(
                member=she,
                purpose=purpose,
                manner=ConsentManner.PAPER,
                text_version="1",
                given_on=today(),
                withdrawn_on=today(),
            )
        )
    db.session.commit()
    assert women_near(partner).women == 5


def test_it_speaks_the_owners_language_or_the_one_that_is_chosen(staff: FlaskClient, partner: Partner) -> None:
    women(5)
    assert '<article class="card women-near" lang="ru">' in staff.get(f"/partners/{partner.id}/women-near").text
    assert "Yaxınınızdakı qadınlar" in staff.get(f"/partners/{partner.id}/women-near?in=az").text


def test_the_number_of_queries_does_not_follow_the_women(staff: FlaskClient, partner: Partner) -> None:
    url = f"/partners/{partner.id}/women-near"
    women(5, skills=("sewing",))
    with queries() as few:
        staff.get(url)
    women(25, availability=Availability.FULL, skills=("cooking",))
    with queries() as many:
        staff.get(url)
    assert many.number == few.number


def test_it_comes_as_a_pdf(staff: FlaskClient, partner: Partner) -> None:
    women(9, availability=Availability.FULL, skills=("sewing",))
    answer = staff.get(f"/partners/{partner.id}/women-near.pdf")
    assert answer.mimetype == "application/pdf"
    assert answer.data.startswith(b"%PDF")


def test_another_centres_partner_is_not_there(staff: FlaskClient) -> None:
    other = factories.partner("Özgə", centre=factories.centre("Neftçala"))
    db.session.commit()
    assert staff.get(f"/partners/{other.id}/women-near").status_code == 404


@given(st.dictionaries(st.sampled_from([*Availability, None]), st.integers(0, 30)))
def test_no_part_is_small_and_none_can_be_subtracted(counts: dict[Any, int]) -> None:
    told = parted(counts)
    assert sum(number for _key, number in told.shown) + told.other == sum(counts.values())
    assert all(number >= LEAST for _key, number in told.shown)
    assert told.other == 0 or told.other >= LEAST or sum(counts.values()) < LEAST


def test_what_nearly_all_can_do_has_no_number() -> None:
    told = skills_told(Counter({(1, "Sewing"): 18, (2, "Cooking"): 15, (3, "Driving"): 4}), 20)
    assert [(one.name, one.women) for one in told] == [("Sewing", None), ("Cooking", 15)]


def test_one_woman_more_does_not_change_the_printout(partner: Partner) -> None:
    women(11, availability=Availability.FULL, skills=("sewing",))
    before = women_near(partner)
    women(1, availability=Availability.FULL, skills=("sewing",))
    assert women_near(partner) == before


def test_nothing_is_claimed_without_a_figure(staff: FlaskClient, partner: Partner) -> None:
    women(5)
    page = staff.get(f"/partners/{partner.id}/women-near?in=en").text
    assert "What helps them to come" not in page
    for claim in ("they stay", "have small children", "weekends"):
        assert claim not in page
