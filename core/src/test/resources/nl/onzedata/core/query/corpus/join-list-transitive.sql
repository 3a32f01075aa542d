-- refused: JOIN-LIST
-- two listed pairs are no third
SELECT COUNT(*) AS n FROM x.wmo AS m JOIN x.v AS v ON m.p_id = v.p_id
