-- refused: SYNTAX
SELECT count(*) AS n FROM x.h JOIN x.v ON h.type = v.p_id
