"""Staff answers what is proposed with one click, links by address, parts again; lists carry the addresses."""

import json
import re
from datetime import date
from io import BytesIO
from pathlib import Path

from flask.testing import FlaskClient
from python_calamine import CalamineWorkbook

from crm.esco import importing, linking, lookup, operations
from crm.esco.models import EscoConcept, EscoProposal
from crm.extensions import db
from tests import factories
from tests.esco import data


def proposed() -> EscoProposal:
    esco = factories.save(EscoConcept(uri=data.PILOT, occupation=True))
    made: EscoProposal = factories.save(EscoProposal(esco=esco, concept=factories.concept("cook"), score=0.6))
    db.session.commit()
    return made


def of_cook() -> list[str]:
    return lookup.uris([factories.concept("cook").id]).get(factories.concept("cook").id, [])


def test_staff_accepts_a_proposal_with_one_click_and_takes_it_back(staff: FlaskClient) -> None:
    proposal = proposed()
    esco_id = proposal.esco_id
    assert data.PILOT in staff.get("/esco").text
    done = factories.post(staff, f"/esco/proposals/{proposal.id}/accept", form_at="/esco")
    assert done.status_code == 303
    assert of_cook() == [data.PILOT]
    page = f"/skills/{factories.concept('cook').id}"
    assert data.PILOT in staff.get(page).text
    where = f"/esco{page}"
    assert factories.post(staff, f"/esco/{esco_id}/unlink", form_at=where).status_code == 303
    assert of_cook() == []


def test_a_refused_proposal_does_not_come_back(staff: FlaskClient) -> None:
    proposal = proposed()
    assert factories.post(staff, f"/esco/proposals/{proposal.id}/refuse", form_at="/esco").status_code == 303
    assert data.PILOT not in staff.get("/esco").text
    assert of_cook() == []


def test_staff_links_by_address_and_is_told_what_is_no_address(staff: FlaskClient) -> None:
    proposed()
    where = f"/esco/skills/{factories.concept('cook').id}"
    assert factories.post(staff, where, uri="cook").status_code == 422
    unknown = factories.post(staff, where, uri="http://data.europa.eu/esco/skill/none")
    assert unknown.status_code == 422
    assert "yüklənmiş ESCO fayllarında yoxdur" in unknown.text
    assert factories.post(staff, where, uri=data.PILOT).status_code == 303
    assert of_cook() == [data.PILOT]


def test_the_list_of_proposals_is_searched_in_both_vocabularies(staff: FlaskClient, tmp_path: Path) -> None:
    importing.load(data.folder_in(tmp_path), lambda _: None)
    linking.link_all(lambda _: None)
    proposed_by_hand = EscoProposal(
        esco=db.session.query(EscoConcept).filter_by(uri=data.KNOTS).one(),
        concept=factories.concept("baker"),
        score=0.7,
    )
    factories.save(proposed_by_hand)
    db.session.commit()
    assert "tie sailor knots" in staff.get("/esco", query_string={"q": "sailor"}).text
    assert "tie sailor knots" in staff.get("/esco", query_string={"q": "çörəkçi"}).text
    assert "tie sailor knots" not in staff.get("/esco", query_string={"q": "qwertz"}).text


def test_before_esco_is_loaded_the_page_says_how(staff: FlaskClient) -> None:
    assert "flask skills import-esco" in staff.get("/esco").text


def test_the_vocabulary_as_excel_and_the_public_posting_carry_the_addresses(staff: FlaskClient) -> None:
    proposal = proposed()
    vacancy = factories.vacancy(published_on=date(2026, 3, 1), needs=("cook", "sewing"))
    db.session.commit()
    factories.post(staff, f"/esco/proposals/{proposal.id}/accept", form_at="/esco")
    taken = staff.get("/skills/list.xlsx", query_string={"q": "aşpaz"})
    lines = CalamineWorkbook.from_filelike(BytesIO(taken.data)).get_sheet_by_index(0).to_python()
    line = next(line for line in lines if line[0] == "cook")
    assert line[-1] == data.PILOT
    page = staff.get(f"/jobs/{vacancy.public_id}").text
    posting = json.loads(re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)[0])
    assert [one["url"] for one in posting["skills"] if isinstance(one, dict)] == [data.PILOT]
    assert len(posting["skills"]) == 2


def test_an_import_names_wishes_by_address(staff: FlaskClient) -> None:
    operations.link(esco=proposed().esco, concept=factories.concept("cook"))
    assert lookup.uris_to_ids() == {data.PILOT: factories.concept("cook").id}
