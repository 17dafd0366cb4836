"""One record of each kind in the centre "Sabirabad", and one user of each kind who may or may not see it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from crm.access import Role
from crm.accounts.models import SavedFilter, SignInSession, User
from crm.accounts.operations import digest
from crm.api.models import ApiToken
from crm.esco.models import EscoConcept, EscoProposal
from crm.events.enums import EventKind
from crm.events.models import EventBooth, EventParticipant
from crm.handover.models import HandOver
from crm.imports.enums import ImportKind, RowState
from crm.imports.models import ImportRun
from crm.imports.row_models import ImportRow, packed
from crm.info_sessions.inviting import link_token as invitation_token
from crm.info_sessions.inviting import propose_times
from crm.members import merging, requests
from crm.members.consents import give_consent, write_special_note
from crm.members.enums import Category, ConsentManner, Purpose, ServiceKind
from crm.members.models import Service
from crm.members.request_models import RequestKind
from crm.members.safe_models import MemberHiding
from crm.messages.enums import Channel, MessageState
from crm.messages.models import Message
from crm.offers.enums import OfferKind
from crm.offers.models import Offer
from crm.partners.enums import CommitmentKind
from crm.partners.models import Agreement, Commitment, PartnerSite
from crm.partners.windows import link_token
from crm.referrals.enums import ReferralState
from crm.referrals.models import Referral
from crm.skills.models import UnknownPhrase
from crm.stored_file import StoredFile
from tests import factories
from tests.factories import save

#: Arguments of addresses that name no record of a centre: words, facts and figures all centres share.
SHARED = frozenset(
    {
        "code", "group", "list_name", "shape", "concept_id", "phrase_id", "job_id", "open_offer_id", "esco_id",
        "proposal_id", "kind",
    }
)  # fmt: skip
#: What a partner says about a woman she or he was introduced to.
ANSWERS_OF_PARTNERS = ("declined", "hired", "interviewed", "not_met")
#: What stands in the records of the woman the world knows, and nowhere else.
HER_NAME, HER_PHONE, HER_SECRET = "Zərəngiz", "050 765 43 21", "Asthma since childhood"


@dataclass
class World:
    """`logins` by the name of their column in the matrix, None for who is signed out; `arguments` of addresses by name.

    A key `endpoint.name` comes before `blueprint.name` and this before the bare `name`, for names that mean another
    record in each slice or on each page."""

    logins: dict[str, str | None]
    arguments: dict[str, Any]

    def argument(self, endpoint: str, name: str) -> Any:
        keys = (f"{endpoint}.{name}", f"{endpoint.split('.')[0]}.{name}", name)
        return next((self.arguments[key] for key in keys if key in self.arguments), None)


def build() -> World:
    here, there = factories.centre("Sabirabad"), factories.centre("Neftchala")
    partner, other_partner = factories.partner("Bağ Evi"), factories.partner("Pambıq Zavodu")
    twin = factories.member("Zərəngiz")
    member = factories.member(HER_NAME, settlement=factories.settlement(), skills=("sewing",), phone=HER_PHONE)
    merge = merging.merge(one=twin, other=member, chosen={})
    member = merge.member
    other_member = factories.member("Sevinc", "Quliyeva")
    users: dict[str, User] = {
        "administrator": factories.user(Role.ADMINISTRATOR),
        "staff": factories.user(Role.STAFF, centre=here),
        "other_staff": factories.user(Role.STAFF, centre=there),
        "observer": factories.user(Role.OBSERVER),
        "partner": factories.partner_user(partner),
        "other_partner": factories.partner_user(other_partner),
        "member": factories.member_user(member),
        "other_member": factories.member_user(other_member),
    }
    contact = factories.contact(partner)
    staff, admin = users["staff"], users["administrator"]
    given = save(HandOver(centre_id=here.id, from_id=staff.id, to_id=admin.id, by_id=admin.id))
    vacancy = factories.vacancy(partner, needs=("sewing",), posted_by=users["partner"])
    info_session = factories.info_session(partner)
    invitation = propose_times(info_session=info_session, times=[info_session.starts_at])
    promise = save(
        Commitment(partner=partner, kind=CommitmentKind.VACANCY, made_on=date(2026, 1, 5), due_on=date(2026, 3, 1))
    )
    scan = save(StoredFile(centre_id=here.id, name="a.pdf", media_type="application/pdf", size=5, content=b"%PDF-"))
    info_session.sheet = save(
        StoredFile(centre_id=here.id, name="b.pdf", media_type="application/pdf", size=5, content=b"%PDF-")
    )
    agreement = save(Agreement(partner=partner, number="7", file=scan))
    site = save(PartnerSite(partner=partner, name="Workshop"))
    offer = save(Offer(centre=here, partner=partner, kind=OfferKind.LOAN, title="Small loan"))
    fair = factories.event(EventKind.JOB_FAIR)
    participant = save(EventParticipant(event=fair, member=member))
    save(EventBooth(event=fair, partner=partner, places_offered=3))
    referral = save(Referral(centre=here, member=member, vacancy=vacancy, state=ReferralState.ASKED))
    introduced = save(
        Referral(centre=here, member=member, vacancy=factories.vacancy(partner), state=ReferralState.INTRODUCED)
    )
    give_consent(member=member, purpose=Purpose.SHARING, partner=partner, manner=ConsentManner.PAPER)
    consent = give_consent(member=member, purpose=Purpose.SPECIAL_CATEGORIES, manner=ConsentManner.PAPER)
    note = write_special_note(member=member, category=Category.HEALTH, text=HER_SECRET)
    asked = requests.ask(member=member, kind=RequestKind.PHONE, text="050 999 88 77")
    message = save(
        Message(centre=here, member=member, channel=Channel.SMS, to=HER_PHONE, text="Salam", state=MessageState.CALL)
    )
    hiding = save(MemberHiding(member_id=member.id, partner=other_partner))
    service = save(Service(member=member, kind=next(iter(ServiceKind)), given_on=date(2026, 2, 1)))
    run = save(ImportRun(centre=here, user=users["staff"], kind=ImportKind.MEMBERS, file_name="a.csv"))
    said = packed({"first_name": "Nigar", "phone": "0501112233"})
    row = save(ImportRow(run_id=run.id, line=2, cells=said, state=RowState.UNDECIDED, known_id=member.id))
    phrase = save(UnknownPhrase(match_key="qatiq calmaq", text="qatıq çalmaq"))
    aside = save(UnknownPhrase(match_key="sag olun", text="sağ olun", dismissed=True))
    esco = save(EscoConcept(uri="http://data.europa.eu/esco/skill/0001", occupation=False))
    proposal = save(EscoProposal(esco=esco, concept=factories.concept("sewing"), score=0.8))
    double = factories.member(HER_NAME, phone=HER_PHONE)
    kept = save(SavedFilter(user_id=users["staff"].id, endpoint="partners.index", name="Banks", query="kind=bank"))
    api_token = save(
        ApiToken(
            user=users["staff"], name="site", token_digest=digest("token"), scopes=[], valid_until=date(2099, 1, 1)
        )
    )
    signed_in = save(SignInSession(user=users["staff"], token_digest=digest("elsewhere")))
    return World(
        {"anonymous": None, **{role: user.login for role, user in users.items()}},
        {
            "centre_id": here.id,
            "partner_id": partner.id,
            "contact_id": contact.id,
            "agreement_id": agreement.id,
            "site_id": site.id,
            "partners.token": link_token(partner),
            "partners.user_id": users["partner"].id,
            "accounts.user_id": users["staff"].id,
            "commitment_id": promise.id,
            "info_session_id": info_session.id,
            "hand_over_id": given.id,
            "person_id": staff.id,
            "info_sessions.token": invitation_token(invitation),
            "member_id": member.id,
            "members.step": "person",
            "one_id": member.id,
            "other_id": double.id,
            "merge_id": merge.id,
            "note_id": note.id,
            "consent_id": consent.id,
            "request_id": asked.id,
            "kind": "change",
            "hiding_id": hiding.id,
            "message_id": message.id,
            "service_id": service.id,
            "vacancy_id": vacancy.id,
            "offer_id": offer.id,
            "open_offer_id": offer.public_id,
            "event_id": fair.id,
            "participant_id": participant.id,
            "referral_id": referral.id,
            "run_id": run.id,
            "row_id": row.id,
            "filter_id": kept.id,
            "sign_in_id": signed_in.id,
            "token_id": api_token.id,
            "api.vacancy.public_id": vacancy.public_id,
            "api.partner.public_id": partner.public_id,
            "my.public_id": referral.public_id,
            "my.job.public_id": vacancy.public_id,
            "my.wish.public_id": vacancy.public_id,
            "portal.public_id": vacancy.public_id,
            "portal.number": 1,
            **{f"portal.{answer}.public_id": introduced.public_id for answer in ANSWERS_OF_PARTNERS},
            "jobs.public_id": vacancy.public_id,
            "job_id": vacancy.public_id,
            "concept_id": factories.concept("sewing").id,
            "phrase_id": phrase.id,
            "esco_id": esco.id,
            "proposal_id": proposal.id,
            "skills.take_up_again.phrase_id": aside.id,
            "public.code": "ru",
            "results.code": "OP1",
            "list_name": "promises",
            "group": "never_suggested",
            "shape": "xlsx",
        },
    )
