-- accepted
-- uses: x.pop.inwoners show, x.pop.wijk show
SELECT wijk, inwoners FROM x.pop
