"""Pages of the notes that need her own consent: masked until asked for with a reason, every look kept."""

from flask import Response
from flask_login import current_user

from crm.access import Permission, may
from crm.i18n import _
from crm.members import consents, queries
from crm.members.enums import Category, Purpose
from crm.members.forms import RevealForm, SpecialNoteEditForm, SpecialNoteForm
from crm.members.models import Member, SpecialNote
from crm.members.views import opened
from crm.web import check_version, get_or_404, go_to, page, tuples


@may(Permission.MEMBERS_REVEAL)
def index(member_id: int) -> Response:
    return _notes_page(opened(member_id))


@may(Permission.MEMBERS_REVEAL)
def write(member_id: int) -> Response:
    member, form = opened(member_id), SpecialNoteForm()
    written = {category for _id, category in tuples(queries.special_categories(current_user, member.id))}
    if form.validate_on_submit() and form.category.data in written:
        form.category.errors = [_("There is a note about this already. Show it first, then add to it.")]
    if form.errors:
        return _notes_page(member, form, status=422)
    try:
        consents.write_special_note(member=member, category=form.category.data, text=form.text.data or "")
    except consents.ConsentMissing:
        return _without_consent(member)
    return go_to("members.special", _("Written down, and locked."), member_id=member.id)


@may(Permission.MEMBERS_REVEAL)
def reveal(member_id: int, note_id: int) -> Response:
    """Shows one note, once, to somebody who says why."""
    member, note, form = opened(member_id), _note(member_id, note_id), RevealForm()
    if not form.validate_on_submit():
        return _notes_page(member, asked_for=(note.id, form), status=422)
    try:
        text = consents.reveal_special_note(member=member, note=note, reason=form.reason.data or "")
    except consents.ConsentMissing:
        return _without_consent(member)
    edit_form = SpecialNoteEditForm(formdata=None, obj=note)
    return page("members/special_note.html", member=member, note=note, text=text, form=edit_form)


@may(Permission.MEMBERS_REVEAL)
def change(member_id: int, note_id: int) -> Response:
    """Saves a note that was shown. Its address alone shows nothing."""
    member, note, form = opened(member_id), _note(member_id, note_id), SpecialNoteEditForm()
    if not form.is_submitted():
        return go_to("members.special", member_id=member.id)
    if not form.validate():
        return page("members/special_note.html", member=member, note=note, text=None, form=form, status=422)
    try:
        consents.need_consent(member)
        check_version(note, form)
        consents.write_special_note(member=member, category=note.category, text=form.text.data or "")
    except consents.ConsentMissing:
        return _without_consent(member)
    return go_to("members.special", _("Saved, and locked again."), member_id=member.id)


@may(Permission.MEMBERS_REVEAL)
def erase(member_id: int, note_id: int) -> Response:
    member, note = opened(member_id), _note(member_id, note_id)
    consents.erase_special_note(member=member, note=note)
    return go_to("members.special", _("The note is erased."), member_id=member.id)


def _notes_page(
    member: Member,
    form: SpecialNoteForm | None = None,
    asked_for: tuple[int, RevealForm] | None = None,
    status: int = 200,
) -> Response:
    """`asked_for`: the note whose reason was missing. Without her consent the page holds neither notes nor form."""
    notes = tuples(queries.special_categories(current_user, member.id))
    reveals = {note_id: RevealForm(formdata=None) for note_id, _category in notes}
    if asked_for is not None:
        reveals[asked_for[0]] = asked_for[1]
    for note_id, reveal_form in reveals.items():
        reveal_form.reason.id = reveal_form.reason.label.field_id = f"reason-{note_id}"
    return page(
        "members/special.html",
        member=member,
        notes=notes,
        reveals=reveals,
        consent=consents.has_consent(member_id=member.id, purpose=Purpose.SPECIAL_CATEGORIES),
        form=form or SpecialNoteForm(formdata=None),
        all_written=len(notes) == len(Category),
        status=status,
    )


def _without_consent(member: Member) -> Response:
    return _notes_page(member, status=422)


def _note(member_id: int, note_id: int) -> SpecialNote:
    return get_or_404(queries.special_notes(current_user, member_id), id=note_id)
