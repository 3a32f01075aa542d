-- refused: UNSUPPORTED
SELECT extract(DOW FROM dag) AS d FROM x.v
