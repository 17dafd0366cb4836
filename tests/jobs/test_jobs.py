"""The public jobs as a visitor meets them: what is seen and what is not, finding, one job, sharing, feed."""

import json
import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from xml.etree import ElementTree

import pytest
from flask.testing import FlaskClient

from crm.access import Role
from crm.accounts.models import User
from crm.extensions import db
from crm.vacancies.enums import Hours, VacancyState
from crm.vacancies.models import Vacancy
from tests import factories
from tests.counting import queries

ATOM = {"a": "http://www.w3.org/2005/Atom"}


def opened(title: str, **more: object) -> Vacancy:
    made = factories.vacancy(title=title, published_on=date(2026, 3, 1), **more)
    db.session.commit()
    return made


def posting_on(page: str) -> dict[str, object]:
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    assert len(found) == 1
    read: dict[str, object] = json.loads(found[0])
    return read


def test_a_visitor_sees_open_jobs_and_no_others(client: FlaskClient) -> None:
    opened("Tikişçi lazımdır")
    for state in set(VacancyState) - {VacancyState.OPEN}:
        opened(f"Gizli {state.value}", state=state)
    page = client.get("/jobs").text
    assert "Tikişçi lazımdır" in page
    assert "Gizli" not in page
    assert "Gizli" not in client.get("/jobs/feed.xml").text


@pytest.mark.parametrize(
    ("state", "published", "answer"),
    [
        (VacancyState.OPEN, True, 200),
        (VacancyState.FILLED, True, 410),
        (VacancyState.CLOSED, True, 410),
        (VacancyState.CLOSED, False, 404),
        (VacancyState.DRAFT, False, 404),
        (VacancyState.WAITING, False, 404),
    ],
)
def test_a_job_that_is_over_says_so_and_one_never_shown_is_unknown(
    client: FlaskClient, state: VacancyState, published: bool, answer: int
) -> None:
    made = opened("Aşpaz", state=state)
    made.published_on = date(2026, 3, 1) if published else None
    db.session.commit()
    page = client.get(f"/jobs/{made.public_id}")
    assert page.status_code == answer
    assert ("Aşpaz" in page.text) == (answer == 200)
    if answer == 410:
        assert 'href="/jobs/"' in page.text


def test_addresses_that_never_were_are_unknown(client: FlaskClient) -> None:
    assert client.get("/jobs/00000000-0000-4000-8000-000000000000").status_code == 404
    assert client.get("/jobs/1").status_code == 404


@pytest.mark.parametrize(
    "typed",
    ["tikisci", "TİKİŞÇİ", "tikşiçi", "швея", "seamstress", "ulduz", "neftcala", "Tikişçi Neftçala", "konveyer"],
)
def test_a_visitor_finds_a_job_however_she_writes_it(client: FlaskClient, typed: str) -> None:
    sewing = opened(
        "Tikişçi",
        of=factories.partner("Ulduz MMC"),
        text="Konveyer xətti",
        needs=("sewing-machine", "sewing"),
        settlement=factories.settlement("Neftçala"),
    )
    opened("Mühasib", of=factories.partner("Aran"), settlement=factories.settlement("Sabirabad"))
    assert sewing.search_text
    page = client.get("/jobs", query_string={"q": typed}).text
    assert "Tikişçi</a>" in page
    assert "Mühasib</a>" not in page


def test_a_visitor_who_finds_nothing_is_told_what_to_do(client: FlaskClient) -> None:
    opened("Aşpaz")
    page = client.get("/jobs?q=zzzzqqq").text
    assert "Heç nə tapılmadı" in page
    assert 'href="/jobs/"' in page
    assert client.get("/jobs?q=%25&page=x&place=abc&hours=never").status_code == 200


def test_a_visitor_narrows_the_list_to_a_place_and_hours(client: FlaskClient) -> None:
    town, host = factories.settlement("Neftçala"), factories.partner(rayon=factories.settlement("Sabirabad").rayon)
    opened("Səhər işi", settlement=town, hours=Hours.MORNING)
    opened("Tam iş", settlement=town, hours=Hours.FULL)
    opened("Başqa yerdə", of=host, hours=Hours.MORNING)
    opened("Evdə tikiş", of=host, home_based=True)
    page = client.get("/jobs", query_string={"place": town.rayon_id, "hours": "morning"}).text
    assert "Səhər işi" in page
    assert "Tam iş" not in page
    assert "Başqa yerdə" not in page
    assert "Başqa yerdə" in client.get("/jobs", query_string={"place": host.rayon_id}).text
    assert "Evdə tikiş" in client.get("/jobs?hours=home").text


def test_a_long_list_has_pages_that_keep_the_search(client: FlaskClient) -> None:
    for number in range(27):
        opened(f"Satıcı {number}")
    first = client.get("/jobs?q=satici")
    assert first.text.count("<article") == 25
    assert "q=satici&amp;page=2" in first.text
    second = client.get("/jobs?q=satici&page=2").text
    assert second.count("<article") == 2
    assert "Siyahı bu səhifəyə çatmır" in client.get("/jobs?q=satici&page=9").text


def test_htmx_gets_the_list_alone(client: FlaskClient) -> None:
    opened("Aşpaz")
    part = client.get("/jobs?q=aspaz", headers={"HX-Request": "true"}).text
    assert part.lstrip().startswith('<div class="stack" id="jobs-list">')
    assert "<html" not in part


def test_one_job_says_what_is_known_and_how_to_apply(client: FlaskClient) -> None:
    centre = factories.centre()
    centre.phone, centre.address = "+994 21 435 11 22", "Nizami küçəsi 5"
    made = opened(
        "Satıcı & kassir",
        text="Birinci sətir\nİkinci sətir",
        pay_max=Decimal(450),
        hours=Hours.FULL,
        transport_provided=True,
        openings=2,
    )
    page = client.get(f"/jobs/{made.public_id}").text
    for said in ("Satıcı &amp; kassir", "İkinci sətir", "ən çoxu 450", "Nizami küçəsi 5", made.partner.name):
        assert said in page
    assert page.count('href="tel:+994214351122"') == 2
    assert f"http://127.0.0.1:5000/jobs/{made.public_id}" in page
    assert "https://wa.me/?text=Sat%C4%B1c%C4%B1%20%26%20kassir" in page
    assert "Evdən iş" not in page
    centre.phone = ""
    db.session.commit()
    assert "tel:" not in client.get(f"/jobs/{made.public_id}").text


def test_a_woman_signed_in_is_led_to_her_own_page(sign_in: Callable[[User], FlaskClient]) -> None:
    made = opened("Aşpaz")
    page = sign_in(factories.member_user(factories.member())).get(f"/jobs/{made.public_id}").text
    assert 'href="/my/"' in page
    assert 'href="/sign-in"' not in page


def test_search_engines_read_the_job_whatever_its_title_holds(client: FlaskClient) -> None:
    title = 'Satıcı </script><script>alert("x")</script>'
    made = opened(
        title,
        text="<b>Bazarda</b>\niş",
        settlement=factories.settlement("Xıllı"),
        pay_min=Decimal(400),
        pay_max=Decimal(500),
        hours=Hours.MORNING,
        home_based=True,
    )
    read = posting_on(client.get(f"/jobs/{made.public_id}").text)
    assert read["title"] == title
    assert read["description"] == "&lt;b&gt;Bazarda&lt;/b&gt;<br>iş"
    assert read["datePosted"] == "2026-03-01"
    assert read["employmentType"] == "PART_TIME"
    assert read["jobLocationType"] == "TELECOMMUTE"
    assert read["hiringOrganization"] == {"@type": "Organization", "name": made.partner.name}
    assert read["jobLocation"]["address"]["addressLocality"] == "Xıllı"
    assert read["baseSalary"]["value"]["maxValue"] == 500


def test_the_feed_holds_the_newest_jobs_with_whole_addresses(client: FlaskClient) -> None:
    opened("Köhnə <iş>").published_on = date(2026, 1, 5)
    made = opened("Təzə iş", text="Sətir\x0b & daha")
    answer = client.get("/jobs/feed.xml?lang=ru")
    assert answer.mimetype == "application/atom+xml"
    feed = ElementTree.fromstring(answer.data)
    assert feed.findtext("a:title", None, ATOM) == "Вакансии"
    assert [entry.findtext("a:title", None, ATOM) for entry in feed.findall("a:entry", ATOM)] == [
        "Təzə iş",
        "Köhnə <iş>",
    ]
    link = feed.find("a:entry/a:link", ATOM)
    assert link is not None
    assert link.get("href") == f"http://127.0.0.1:5000/jobs/{made.public_id}"
    assert 'type="application/atom+xml"' in client.get("/jobs").text


def test_the_feed_is_not_sent_twice_and_carries_no_cookie(client: FlaskClient) -> None:
    opened("Aşpaz")
    first = client.get("/jobs/feed.xml")
    assert "Set-Cookie" not in first.headers
    assert "public" in first.headers["Cache-Control"]
    again = client.get("/jobs/feed.xml", headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304
    assert "no-store" not in client.get("/jobs").headers["Cache-Control"]


def test_an_empty_list_and_an_empty_feed_are_whole(client: FlaskClient) -> None:
    assert "iş elanı yoxdur" in client.get("/jobs").text
    assert ElementTree.fromstring(client.get("/jobs/feed.xml").data).findall("a:entry", ATOM) == []


def test_nothing_of_women_or_staff_is_on_public_pages(client: FlaskClient) -> None:
    worker = factories.user(Role.STAFF, name="Kanareyka İşçi", login="kanareyka@example.com")
    woman = factories.member("Kanareyka", "Bülbülova", phone="+994509998877")
    made = opened(
        "Aşpaz", state_reason="Kanareyka səbəb", posted_by=worker, approved_by_id=worker.id, reference="KAN-7"
    )
    factories.contact(made.partner, name="Kanareyka Sahib", phone="+994501112233", email="kanareyka@sahib.example.com")
    made.partner.phone, made.partner.about, made.partner.next_step = "+994553334455", "Kanareyka", "Kanareyka"
    db.session.commit()
    for url in ("/", "/jobs", f"/jobs/{made.public_id}", "/jobs/feed.xml"):
        page = client.get(url).text
        for secret in ("anareyka", "KAN-7", "9998877", "1112233", "3334455", woman.last_name):
            assert secret not in page, (url, secret)


def test_a_signed_out_visitor_is_led_to_jobs_and_sign_in_from_every_page(client: FlaskClient) -> None:
    factories.user()  # an installation that nobody uses yet asks other things first
    db.session.commit()
    for url in ("/", "/jobs", "/sign-in"):
        assert 'href="/jobs/"' in client.get(url).text
    assert 'href="/sign-in"' in client.get("/jobs").text


def test_somebody_signed_in_reads_jobs_too_and_nothing_is_kept(staff: FlaskClient) -> None:
    made = opened("Aşpaz")
    for url in ("/jobs", f"/jobs/{made.public_id}"):
        page = staff.get(url)
        assert page.status_code == 200
        assert page.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("url", ["/jobs", "/jobs?q=tikis&hours=full", "/jobs/feed.xml"])
def test_the_list_asks_as_many_questions_for_eight_as_for_two(client: FlaskClient, url: str) -> None:
    def offer(times: int, town: str) -> None:
        for _number in range(times):
            host = factories.partner(centre=factories.centre(f"Mərkəz {town}"))
            place = factories.settlement(town)
            opened("Tikiş", of=host, hours=Hours.FULL, needs=("sewing", "cooking"), settlement=place)
        db.session.expire_all()

    offer(2, "Sabirabad")
    client.get(url)
    with queries() as few:
        client.get(url)
    offer(6, "Neftçala")
    with queries() as many:
        client.get(url)
    assert many.number == few.number
