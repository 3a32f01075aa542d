-- accepted
SELECT wijk, inwoners FROM x.pop
