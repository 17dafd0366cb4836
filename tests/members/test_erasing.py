"""A woman who is erased is found nowhere, and every figure of the report is as it was."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import LargeBinary, select, type_coerce

from crm import create_app
from crm.access import Role
from crm.accounts.models import User
from crm.audit.enums import Action
from crm.audit.models import AuditEntry
from crm.audit.operations import record
from crm.events.enums import EventKind, Participation
from crm.events.models import EventParticipant
from crm.extensions import db
from crm.imports.enums import ImportKind, ImportState
from crm.imports.models import ImportRun
from crm.members import merging, operations, queries
from crm.members.consents import write_special_note
from crm.members.enums import Category, Purpose, ServiceKind
from crm.members.erasing import KEPT, erase, forget_on_disk
from crm.members.models import Member
from crm.members.safe_models import SafeContact
from crm.members.traces import traces_of
from crm.messages.enums import Channel
from crm.messages.models import Message
from crm.partners.enums import PartnerKind
from crm.places.enums import SettlementKind
from crm.places.models import Settlement
from crm.referrals.enums import ContractType, ReferralState
from crm.referrals.models import Placement, Referral, ReferralStep
from crm.results.report import build
from crm.results.scope import Scope
from crm.results.writing import as_data
from crm.stored_file import StoredFile
from tests import factories
from tests.conftest import config_for
from tests.factories import save
from tests.postgres import fresh_database

FIRST, LAST, MAIDEN = "Zərnişan", "Qaraquşova", "Köhnəsoyadlı"
#: However it may be written where it is kept.
TRACES = (
    FIRST, LAST, MAIDEN, LAST.upper(), "zernisan", "qaraqusova", "kohnesoyadli", json.dumps(LAST)[1:-1],
    json.dumps(FIRST)[1:-1], "ZRN-77", "7771239", "777 12 39", "777-12-39", "zernisan@example.com", "gizli qeyd", "kod-sozu",
)  # fmt: skip


def somebody_with_everything() -> Member:
    she = operations.register_member(
        centre_id=factories.centre().id,
        first_name=FIRST,
        last_name=MAIDEN,
        phone="+994 50 777 12 39",
        email="zernisan@example.com",
        reference="ZRN-77",
        birth_year=1990,
        settlement_id=factories.settlement().id,
        skills_text="zernisanca bir iş bacarıram, gizli qeyd",
        contact_note=f"{FIRST} axşam evdədir",
        joined_on=date(2026, 1, 5),
    )
    operations.change_member(member=she, last_name=LAST)
    twin = factories.member(FIRST, LAST, phone="0507771239", joined_on=date(2026, 1, 6))
    factories.member_user(twin)
    by = factories.user(Role.STAFF)
    she = db.session.get_one(Member, merging.merge(one=she, other=twin, chosen={"last_name": LAST}, by=by).member_id)
    for purpose in (Purpose.SERVICES, Purpose.SPECIAL_CATEGORIES):
        factories.consent(she, purpose, typed_name=f"{FIRST} {LAST}")
    paper = save(
        StoredFile(
            centre_id=she.centre_id, name=f"{LAST}.pdf", media_type="application/pdf", size=9, content=b"gizli qeyd"
        )
    )
    sharing = factories.consent(she, Purpose.SHARING, factories.partner(), scan_id=paper.id)
    record(Action.CREATED, sharing, typed_name=f"{FIRST} {LAST}")
    write_special_note(member=she, category=next(iter(Category)), text="gizli qeyd")
    save(SafeContact(member_id=she.id, may_answer=f"{FIRST} özü", whose_words="gizli qeyd", code_word="kod-sozu"))
    operations.add_service(
        member=she, kind=next(iter(ServiceKind)), given_on=date(2026, 2, 1), note=f"{LAST} gəldi", by=by
    )
    fair = factories.event(EventKind.JOB_FAIR)
    save(EventParticipant(event=fair, member=she, participation=Participation.CAME))
    save(EventParticipant(event=factories.event(), member=she, participation=Participation.CAME))
    way = save(
        Referral(
            centre_id=she.centre_id,
            member=she,
            vacancy=factories.vacancy(),
            state=ReferralState.INTERVIEWED,
            pinned_reason="gizli qeyd",
        )
    )
    save(ReferralStep(referral=way, state=ReferralState.INTERVIEWED, note=f"{FIRST} bəyənildi"))
    save(
        Placement(
            centre_id=she.centre_id,
            member=she,
            partner=factories.partner(),
            event=fair,
            contract=next(iter(ContractType)),
            contract_number="ZRN-77",
            started_on=date(2026, 3, 1),
        )
    )
    own = factories.partner(
        "Tikiş evi", kind=PartnerKind.STARTUP, founder_id=she.id, founded_on=date(2026, 4, 1), phone="050 777 12 39"
    )
    factories.contact(own, f"{FIRST} {LAST}", phone="+994507771239", email="zernisan@example.com")
    written_by_others(she, by)
    db.session.flush()
    return she


def written_by_others(she: Member, by: User) -> None:
    full = f"{LAST} {FIRST}"
    other = factories.member("Lalə", "Əliyeva")
    operations.add_service(
        member=other,
        kind=next(iter(ServiceKind)),
        given_on=date(2026, 2, 2),
        note=f"{full} ilə gəldi, tel 050-777-12-39",
    )
    save(
        Message(
            centre_id=she.centre_id,
            partner_id=factories.partner().id,
            channel=Channel.EMAIL,
            to="a@example.com",
            text=f"{FIRST} {LAST.upper()}, 0507771239",
        )
    )
    save(Message(centre_id=she.centre_id, member_id=she.id, channel=Channel.SMS, to="+994507771239", text="Zəng edin"))
    save(
        ImportRun(
            centre_id=she.centre_id,
            user_id=by.id,
            kind=ImportKind.MEMBERS,
            state=ImportState.DONE,
            file_name="a.csv",
            report={"sample": [[f"{FIRST} {LAST}", "0507771239"]]} | {"rows": []},
        )
    )
    save(
        ImportRun(
            centre_id=she.centre_id,
            user_id=by.id,
            kind=ImportKind.MEMBERS,
            file_name="b.csv",
            content=f"Ad,Soyad\n{FIRST},{LAST}\n".encode(),
            report={},
        )
    )
    save(
        AuditEntry(
            action=Action.EXPORTED,
            thing="partners",
            thing_id=1,
            changes={"note": ["", f"{FIRST} {LAST}"]},
            user_id=by.id,
        )
    )
    host = factories.info_session(heard=f"{FIRST}, {LAST} barədə danışdıq: sabah zəng edirik.")
    assert host.id


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def real_app(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """A database of its own, whose commits are commits."""
    folder = tmp_path_factory.mktemp(f"erased-{request.param}")
    url = f"sqlite:///{folder / 'real.db'}"
    if request.param == "postgresql":
        url = fresh_database(request.getfixturevalue("postgres_url"), "korpu_erased")
    app = create_app(config_for(url, folder))
    with app.app_context():
        db.create_all()
        factories.facts()
        db.session.commit()
        yield app
        db.session.remove()
        for engine in db.engines.values():
            engine.dispose()


def report() -> str:
    scopes = [Scope(), Scope(centre_id=factories.centre().id), Scope(first=date(2026, 1, 1), last=date(2026, 2, 15))]
    return json.dumps([as_data(build(scope)) for scope in scopes], ensure_ascii=False, sort_keys=True, default=str)


def all_that_is_stored(app: Flask) -> bytes:
    """Every byte of the folder (the database, its log, whatever was written beside it), or of every table."""
    folder: Path = app.extensions["config"].instance
    stored = b"".join(one.read_bytes() for one in sorted(folder.rglob("*")) if one.is_file())
    if db.engine.dialect.name == "postgresql":
        for table in db.metadata.sorted_tables:
            for row in db.session.connection().exec_driver_sql(
                f'SELECT t::text, to_jsonb(t)::text FROM "{table.name}" t'
            ):
                stored += str(tuple(row)).encode()
            for content in [one for one in table.columns if isinstance(one.type, LargeBinary)]:
                stored += b"".join(
                    bytes(one)
                    for one in db.session.scalars(select(type_coerce(content, LargeBinary)).where(content.is_not(None)))
                )
    return stored


def traces_in(stored: bytes) -> set[str]:
    return {one for one in TRACES if one.encode() in stored}


def test_a_woman_who_is_erased_is_found_nowhere_and_no_figure_changes(real_app: Flask) -> None:
    she = somebody_with_everything()
    db.session.commit()
    before, member_id, joined_on = report(), she.id, she.joined_on
    assert len(traces_in(all_that_is_stored(real_app))) > 5, "she can be found before"
    erase(member=she)
    db.session.commit()
    db.session.remove()
    assert forget_on_disk()
    assert traces_in(all_that_is_stored(real_app)) == set()
    assert report() == before
    left = db.session.get_one(Member, member_id)
    assert (left.first_name, left.phone, left.erased_on is not None, left.joined_on) == ("", "", True, joined_on)
    assert not db.session.scalar(select(User).where(User.role == Role.MEMBER)), "nobody signs in as her"


def test_exports_and_reports_of_everybody_do_not_name_her(real_app: Flask) -> None:
    with real_app.test_request_context():
        boss = factories.user(Role.ADMINISTRATOR, centre=None)
        rows = db.session.scalars(queries.visible_to(boss)).all()
        assert {one.first_name for one in rows} == {"Lalə"}


def test_what_stays_of_her_is_only_what_reports_count_by(app: Flask) -> None:
    she = factories.member(wish_text="tikmək", min_pay=400, night_ok=True, settlement_id=factories.settlement().id)
    erase(member=she)
    kept = KEPT | {"public_id", "erased_on", "settlement_id", "version", "updated_at"}
    said = {one.key: getattr(she, one.key) for one in Member.__table__.columns if one.key not in kept}
    assert {name: value for name, value in said.items() if value} == {}


def test_her_village_becomes_any_village_of_the_rayon(app: Flask) -> None:
    village = db.session.scalars(
        select(Settlement).where(Settlement.kind == SettlementKind.VILLAGE).order_by(Settlement.id.desc())
    ).first()
    assert village is not None
    she = factories.member(settlement_id=village.id)
    erase(member=she)
    assert she.settlement is not None and she.settlement.rayon_id == village.rayon_id
    assert she.settlement.kind == SettlementKind.VILLAGE


def test_what_another_woman_is_called_too_stays_in_texts_of_others(app: Flask) -> None:
    she, namesake = factories.member(FIRST, LAST), factories.member(FIRST, LAST)
    other = factories.member("Lalə", "Əliyeva")
    note = operations.add_service(
        member=other, kind=next(iter(ServiceKind)), given_on=date(2026, 2, 2), note=f"{FIRST} {LAST} gəldi"
    )
    erase(member=she)
    db.session.refresh(note)
    assert FIRST in note.note and namesake.first_name == FIRST


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Zərnişan Qaraquşova gəldi", "… gəldi"),
        ("QARAQUŞOVA ZƏRNİŞAN", "…"),
        ("Zərnişan Əli qızı Qaraquşovanın işi", "…nın işi"),
        ("zəng: (050) 777-12-39, sabah", "zəng: …, sabah"),
        ("+994507771239", "…"),
        ("Zernisan@Example.com", "…"),
        ("Zərnişan gəldi, Qaraquşova kəndi", "Zərnişan gəldi, Qaraquşova kəndi"),
        ("50777123 və 1234507771", "50777123 və 1234507771"),
    ],
)
def test_a_trace_is_found_however_it_is_written_and_nothing_else_is(text: str, left: str) -> None:
    traces = traces_of(names=[(FIRST, LAST)], phones=["050 777 12 39"], emails=["zernisan@example.com"])
    assert traces.without(text) == left
    assert traces.without_in({"a": [text, 1, None]}) == {"a": [left, 1, None]}
