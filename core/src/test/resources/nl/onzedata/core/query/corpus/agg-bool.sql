-- refused: AGG
-- the value of the only one who differs
SELECT BOOL_OR(w.huur_laag) AS n FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id
