-- refused: SHOW-FD
SELECT o.naam, COUNT(*) AS n FROM x.w AS w JOIN x.o AS o ON w.buurt = o.buurt JOIN x.h AS h ON h.woning_id = w.woning_id GROUP BY o.naam
