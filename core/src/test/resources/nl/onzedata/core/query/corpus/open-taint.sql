-- refused: OPEN-TAINT
SELECT naam FROM x.o AS o WHERE EXISTS (SELECT 1 FROM x.w AS w JOIN x.h AS h ON w.woning_id = h.woning_id WHERE w.buurt = o.buurt)
