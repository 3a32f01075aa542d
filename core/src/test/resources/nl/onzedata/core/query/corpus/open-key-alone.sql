-- refused: SHOW-FD
-- its partner is no key: two wijken of one size would be one row
SELECT pop.inwoners, COUNT(*) AS n FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id JOIN x.pop AS pop ON w.wijk = pop.wijk GROUP BY pop.inwoners
