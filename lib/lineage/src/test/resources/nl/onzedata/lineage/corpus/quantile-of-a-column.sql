-- refused: SYNTAX
SELECT percentile_cont(geb_jaar) WITHIN GROUP (ORDER BY geb_jaar) AS m FROM x.p
