-- refused: JOIN-LIST
SELECT COUNT(*) AS n FROM x.h AS h JOIN x.v AS v ON h.type = v.wijk
