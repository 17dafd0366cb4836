"""What the audit speaks of, in words: the tables and their columns, and the page of each thing."""

from dataclasses import dataclass

from flask_babel.speaklater import LazyString

from crm.i18n import _l


@dataclass(frozen=True)
class Thing:
    """`endpoint` shows one of them; its id is the argument `argument`."""

    label: LazyString
    endpoint: str = ""
    argument: str = ""


#: Table -> what people call it.
THINGS: dict[str, Thing] = {
    "members": Thing(_l("Woman"), "members.show", "member_id"),
    "partners": Thing(_l("Partner"), "partners.show", "partner_id"),
    "vacancies": Thing(_l("Vacancy"), "vacancies.show", "vacancy_id"),
    "referrals": Thing(_l("Introduction"), "referrals.show", "referral_id"),
    "placements": Thing(_l("Hire")),
    "info_sessions": Thing(_l("Session"), "info_sessions.show", "info_session_id"),
    "offers": Thing(_l("Offer"), "offers.show", "offer_id"),
    "offer_talks": Thing(_l("A woman and an offer")),
    "events": Thing(_l("Event"), "events.show", "event_id"),
    "event_participants": Thing(_l("Participant of an event")),
    "event_booths": Thing(_l("Booth at a job fair")),
    "contacts": Thing(_l("Contact person")),
    "commitments": Thing(_l("Promise")),
    "capacity_assessments": Thing(_l("Assessment of a start-up")),
    "startup_grants": Thing(_l("Equipment for a start-up")),
    "consents": Thing(_l("Consent")),
    "special_notes": Thing(_l("Protected note")),
    "services": Thing(_l("Service for a woman")),
    "concepts": Thing(_l("Skill"), "skills.show", "concept_id"),
    "unknown_phrases": Thing(_l("Words not understood")),
    "import_runs": Thing(_l("Imported list"), "imports.show", "run_id"),
    "indicator_targets": Thing(_l("Target")),
    "centres": Thing(_l("Centre"), "centres.show", "centre_id"),
    "users": Thing(_l("User"), "accounts.user", "user_id"),
    "audit_entries": Thing(_l("Who did what")),
}

#: Column, or word an operation adds -> what people call it. What is not here is shown as it is written.
FIELDS: dict[str, LazyString] = {
    "about": _l("Worth knowing"),
    "access": _l("Sign-in name"),
    "access_given_to": _l("Sign-in name"),
    "active": _l("Can sign in"),
    "address": _l("Address"),
    "amount_max": _l("Up to (AZN)"),
    "amount_min": _l("From (AZN)"),
    "availability": _l("When she can work"),
    "birth_year": _l("Year of birth"),
    "browser": _l("Browser"),
    "centre_id": _l("Centre"),
    "closes_on": _l("Open until"),
    "concept": _l("Skill"),
    "conditions": _l("Conditions"),
    "contact_note": _l("How to reach her safely"),
    "contract": _l("Contract"),
    "due_on": _l("By when"),
    "education": _l("Education"),
    "email": _l("E-mail"),
    "experience_text": _l("What she has worked as"),
    "filters": _l("Asked for"),
    "first_name": _l("First name"),
    "form": _l("How people say it"),
    "group": _l("Field of work"),
    "heard": _l("What we heard"),
    "hard": _l("It takes a school or an examination"),
    "hours": _l("Hours"),
    "idea_text": _l("Her idea"),
    "interest": _l("How interested are they?"),
    "kind": _l("What it is"),
    "label_az": _l("Name in Azerbaijani"),
    "label_en": _l("Name in English"),
    "label_ru": _l("Name in Russian"),
    "language": _l("Language"),
    "last_name": _l("Last name"),
    "login": _l("Sign-in name"),
    "max_distance_km": _l("How far she can go (km)"),
    "member": _l("Woman"),
    "member_id": _l("Woman"),
    "merged": _l("Became part of it"),
    "min_pay": _l("Least pay a month (AZN)"),
    "moved": _l("What moved"),
    "name": _l("Name"),
    "near": _l("What comes near"),
    "next_step": _l("Next step"),
    "next_step_due": _l("Day of the next step"),
    "note": _l("Note"),
    "openings": _l("How many women"),
    "partner_id": _l("Partner"),
    "password": _l("Password"),
    "pay": _l("Pay a month (AZN)"),
    "pay_max": _l("Pay a month, up to (AZN)"),
    "pay_min": _l("Pay a month, from (AZN)"),
    "phone": _l("Phone"),
    "purpose": _l("To what she agrees"),
    "quick": _l("It is had in a few days"),
    "rayon_id": _l("Rayon or city"),
    "reason": _l("Why"),
    "responsible_id": _l("Who looks after it"),
    "role": _l("Role"),
    "rows": _l("Rows"),
    "sector": _l("Line of work"),
    "seeking": _l("What she looks for"),
    "settlement_id": _l("Village or town"),
    "skills_text": _l("What she can do"),
    "special_note": _l("Protected note"),
    "special_note_erased": _l("Erased protected note"),
    "stage": _l("Where we stand"),
    "stage_reason": _l("Why"),
    "started_on": _l("First day of work"),
    "starts_at": _l("Day and time"),
    "state": _l("State"),
    "target": _l("Target"),
    "text": _l("Text"),
    "title": _l("Title"),
    "transport": _l("How she gets about"),
    "vacancy_id": _l("Vacancy"),
    "wish_text": _l("What she wishes"),
    "withdrawn_on": _l("Taken back on"),
}
