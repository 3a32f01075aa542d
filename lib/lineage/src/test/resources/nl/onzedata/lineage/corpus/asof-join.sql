-- refused: UNSUPPORTED
SELECT p.p_id FROM x.p ASOF JOIN x.v MATCH_CONDITION v.bezoek_id <= p.p_id ON p.p_id = v.p_id
