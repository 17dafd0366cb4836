"""Pages of the members: list, register, one woman, correct, what she can; the part that reads her words."""

from collections.abc import Mapping, Sequence
from typing import Any

from flask import Response, abort, request, url_for
from flask_login import current_user

from crm import sheets
from crm.access import Permission, may
from crm.accounts.saved_filters import kept_lists
from crm.audit.operations import note_look
from crm.centres import queries as centre_queries
from crm.forms import offer
from crm.i18n import _
from crm.members import already_here, operations, page_of, pair_operations, queries, understanding
from crm.members.enums import Availability, Seeking
from crm.members.forms import ConceptsForm, MemberForm, NewMemberForm, ServiceForm, concepts_form
from crm.members.merging import where_now
from crm.members.models import Member
from crm.members.sheet import SHEET
from crm.search import forgiving_page
from crm.skills import doubts, vocabulary
from crm.skills import queries as skill_queries
from crm.web import asked, asked_id, check_version, get_or_404, go, go_to, page, rows, value

LONGEST_TEXT = 5000


@may(Permission.MEMBERS_READ)
def index() -> Response:
    filters = _filters()
    members, exact = forgiving_page(
        lambda ids: queries.listing(current_user, filters, _near(filters, ids)),
        filters.search,
        queries.folded_names(current_user),
    )
    return page(
        "members/index.html",
        part="members/_list.html",
        members=members,
        exact=exact,
        filters=filters,
        seekings=list(Seeking),
        availabilities=list(Availability),
        rayons=rows(queries.rayons_of(current_user)),
        kept=kept_lists(current_user, "members"),
    )


@may(Permission.MEMBERS_READ)
def download(shape: str) -> Response:
    """The list as it is narrowed, whole, as a file or to print."""
    filters = _filters()
    return sheets.forgiving_answer(
        shape,
        SHEET,
        lambda ids: queries.listing(current_user, filters, _near(filters, ids)),
        filters.search,
        queries.folded_names(current_user),
    )


def _filters() -> queries.Filters:
    return queries.Filters(
        asked(),
        Seeking.parse(request.args.get("seeking")),
        asked_id("rayon"),
        Availability.parse(request.args.get("availability")),
        asked("consent") == "none",
    )


def _near(filters: queries.Filters, ids: Sequence[int] | None) -> queries.Near | None:
    """What a search that found nothing may have meant: women of these ids, or who can do what was typed."""
    if ids is None:
        return None
    return queries.Near(ids=ids, codes=[one.concept for one in vocabulary.current().resolve(filters.search).concepts])


@may(Permission.MEMBERS_WRITE)
def new() -> Response:
    form = NewMemberForm()
    centres = rows(centre_queries.visible_to(current_user))
    offer(
        form.centre_id,
        [(centre.id, centre.name) for centre in centres],
        blank=_("Choose") if len(centres) > 1 else None,
    )
    if len(centres) == 1:
        form.centre_id.data = centres[0].id
        form.centre_id.validators = []
    valid = form.validate_on_submit()
    others = already_here.alike(form, current_user) if valid else []
    if (known := already_here.chosen(others)) is not None:
        _agree(known, form)
        return already_here.open_with(form, known, understood)
    if not valid or not already_here.is_another(others):
        asked = {"form": form, "centres": centres, "others": others, **understood(form.data)}
        return page("members/new.html", **asked, status=422 if form.errors or others else 200)
    member = operations.register_member(**form.values("agreed", "in_reports"))
    operations.say_meant(member=member, answers=doubts.answers(request.form.getlist(doubts.FIELD)))
    pair_operations.say_another(member=member, than=[one.member for one in others], by=current_user)
    _agree(member, form)
    return go_to("members.show", _("%(name)s is registered.", name=member.name), member_id=member.id)


def _agree(member: Member, form: NewMemberForm) -> None:
    already_here.agree(member=member, manner=form.agreed.data, in_reports=form.in_reports.data, by=current_user)


@may(Permission.MEMBERS_READ)
def show(member_id: int) -> Response:
    member = opened(member_id)
    return page("members/show.html", member=member, **page_of.everything_about(member, current_user))


@may(Permission.MEMBERS_WRITE)
def edit(member_id: int) -> Response:
    member = opened(member_id)
    form = MemberForm(obj=member)
    if not form.validate_on_submit():
        status = 422 if form.errors else 200
        return page("members/edit.html", form=form, member=member, **understood(form.data), status=status)
    check_version(member, form)
    operations.change_member(member=member, **form.values("reference"), reference=form.reference.data or None)
    operations.say_meant(member=member, answers=doubts.answers(request.form.getlist(doubts.FIELD)))
    return go_to("members.show", _("Saved."), member_id=member.id)


@may(Permission.MEMBERS_WRITE)
def concepts(member_id: int) -> Response:
    """What she can and wishes, one by one: levels, what was read wrongly, what is missing."""
    member = opened(member_id)
    form = concepts_form(member)
    if not form.validate_on_submit():
        return page("members/concepts.html", form=form, member=member, status=422 if form.errors else 200)
    check_version(member, form)
    _save_concepts(member, form)
    return go_to("members.show", _("Saved."), member_id=member.id, _anchor="skills")


def _save_concepts(member: Member, form: ConceptsForm) -> None:
    operations.set_concepts(member=member, levels=form.levels(), removed=form.removed())
    for concept in rows(skill_queries.coded(form.codes)):
        operations.pick_concept(member=member, concept=concept, role=form.add_role.data)


@may(Permission.MEMBERS_WRITE)
def read_skills() -> Response:
    """What we understand of her words, as chips; nothing is saved."""
    return page("members/_reading.html", **understood(request.form))


def understood(typed: Mapping[str, Any]) -> dict[str, Any]:
    """For the part that shows it: the reading, names of its concepts, whether anything is written at all."""
    texts = [str(typed.get(name) or "")[:LONGEST_TEXT] for name in understanding.TEXTS]
    skills, experience, wish = texts
    reading = understanding.read(skills, experience, wish)
    unsure = doubts.about([*reading.skills.values(), *reading.wishes.values()])
    codes = {*reading.skills, *reading.wishes, *reading.denied, *(code for one in unsure for code in one.others)}
    names = skill_queries.labels(codes)
    picked = request.form.getlist(doubts.FIELD)
    return {"reading": reading, "names": names, "written": "".join(texts).strip(), "doubts": unsure, "picked": picked}


@may(Permission.MEMBERS_WRITE)
def add_service(member_id: int) -> Response:
    member, form = opened(member_id), ServiceForm()
    if not form.validate_on_submit():
        return page("members/service.html", form=form, member=member, status=422 if form.errors else 200)
    operations.add_service(member=member, by=current_user, **form.values())
    return go_to("members.show", _("Written down."), member_id=member.id, _anchor="services")


def opened(member_id: int) -> Member:
    """The woman of this page. Opening it is a look, and noted. The number of a record that was made one with another
    leads to that one."""
    member: Member | None = value(queries.whole(current_user).filter_by(id=member_id))
    if member is None:
        stays = get_or_404(queries.visible_to(current_user), id=where_now(member_id))
        abort(go(url_for(str(request.endpoint), **{**(request.view_args or {}), "member_id": stays.id})))
    if request.method == "GET":
        note_look(member)
    return member
