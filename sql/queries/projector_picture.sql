-- query: projector_picture
-- kind: one
-- param: meeting_id bigint
-- row: id bigint
-- row: organization text
-- row: organization_short text
-- row: number text
-- row: starts_at bigint
-- row: state text
-- row: slot text
-- row: item_number text
-- row: item_title text
-- row: reference text
-- row: proposal text
-- row: resolution text
-- row: amendment_number text
-- row: amendment_mover text
-- row: amendment_text text
-- row: legal integer
-- row: entitled integer
-- row: present integer
-- row: quorum text
-- row: strict boolean
-- row: kind text
-- row: subject text
-- row: mode text
-- row: rule text
-- row: outcome text
-- row: vote_number text
-- row: vote_text text
-- row: vote_legal integer
-- row: vote_entitled integer
-- row: vote_present integer
-- row: yes integer
-- row: no integer
-- row: abstain integer
-- row: invalid integer
-- row: labels text
-- row: counts text
-- row: referred_to text
-- row: wording text
select p.id, p.organization, p.organization_short, p.number, p.starts_at, p.state, p.slot, p.item_number,
  p.item_title, p.reference, p.proposal, p.resolution, p.amendment_number, p.amendment_mover,
  p.amendment_text, p.legal, p.entitled, p.present, p.quorum, p.strict, p.kind, p.subject, p.mode, p.rule,
  p.outcome, p.vote_number, p.vote_text, p.vote_legal, p.vote_entitled, p.vote_present, p.yes, p.no,
  p.abstain, p.invalid, p.labels, p.counts, p.referred_to, p.wording
from api.projector_picture($1::bigint) p
